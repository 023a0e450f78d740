package org.schoolcollab.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.schoolcollab.verify.Verification;

@PortalTest
class AppendOnlyRightsTest {

    /** Triggers for everybody, rights for the application, the check from outside: a table that only grows has all three. */
    @Test
    void triggersRightsAndTheCheckOfTheTrailNameTheSameTables() throws SQLException {
        List<String> triggered = new ArrayList<>();
        try (Connection owner = TestDatabase.instance().owner();
                ResultSet tables = owner.createStatement().executeQuery("""
                        select distinct event_object_table from information_schema.triggers
                        where trigger_schema = database() and trigger_name like '%\\_no\\_update'""")) {
            while (tables.next()) {
                triggered.add(tables.getString(1));
            }
        }

        assertThat(triggered).containsExactlyInAnyOrderElementsOf(AppendOnlyRights.APPEND_ONLY);
        assertThat(AppendOnlyRights.APPEND_ONLY)
                .containsAll(Verification.sealedTables())
                .allMatch(Verification.TABLES::containsKey);
    }
}
