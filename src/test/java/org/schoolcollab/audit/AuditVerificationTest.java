package org.schoolcollab.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.audit.AuditVerification.Break;
import org.schoolcollab.audit.AuditVerification.Fault;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class AuditVerificationTest {

    @Autowired
    AuditVerification verification;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LogIn logIn;

    @BeforeEach
    void threeRecords() {
        logIn.as("auditor");
        for (String value : new String[] {"first", "Ysgol Tŷ Ŵyn 🏫", "third"}) {
            transaction.executeWithoutResult(status ->
                    trail.record(Act.on("thing", "1", "thing.done", "AUDITOR").changed("value", "x", value)));
        }
    }

    @Test
    void saysHowManyRecordsThereAreAndThatAllChainsAreWhole() {
        long records =
                jdbc.sql("select count(*) from audit_record").query(Long.class).single();

        assertThat(verification.verify().records()).isEqualTo(records);
        assertThat(verification.verify().firstBreak()).isEmpty();
    }

    @Test
    void findsAChangedRecord() {
        tamper("update audit_record set details = replace(details, 'first', 'other') where stream = 'thing:1'");

        assertThat(verification.verify().firstBreak()).contains(new Break("thing:1", 1, Fault.CHANGED));
    }

    @Test
    void findsAnotherPersonsNamePutIn() {
        tamper("update audit_record set person_name = 'Somebody else' where stream = 'thing:1' and position = 2");

        assertThat(verification.verify().firstBreak()).contains(new Break("thing:1", 2, Fault.CHANGED));
    }

    @Test
    void findsAMissingRecord() {
        tamper("delete from audit_record where stream = 'thing:1' and position = 2");

        assertThat(verification.verify().firstBreak()).contains(new Break("thing:1", 3, Fault.GAP));
    }

    @Test
    void findsThatTheRestIsMissing() {
        tamper("delete from audit_record where stream = 'thing:1' and position > 1");

        assertThat(verification.verify().firstBreak()).contains(new Break("thing:1", 2, Fault.CUT_SHORT));
    }

    @Test
    void findsARecordWhoseHashWasMadeToFit() {
        tamper(
                "update audit_record set details = '{}', hash = repeat('a', 64) where stream = 'thing:1' and position = 1");

        assertThat(verification.verify().firstBreak()).contains(new Break("thing:1", 1, Fault.CHANGED));
    }

    @Test
    void findsARemovedRecordWhosePlaceWasClosed() {
        tamper("delete from audit_record where stream = 'thing:1' and position = 2");
        tamper("update audit_record set position = 2 where stream = 'thing:1' and position = 3");

        assertThat(verification.verify().firstBreak()).contains(new Break("thing:1", 2, Fault.UNLINKED));
    }

    @Test
    void refusesWhoIsNeitherAuditorNorAdministratorAndRecordsIt() {
        logIn.as("adviser.south");

        assertThatThrownBy(() -> verification.verify()).isInstanceOf(AccessRefused.class);
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'access.refused'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** As somebody who owns the tables and switches the triggers off; they stand again afterwards. */
    private static void tamper(String statement) {
        try (Connection owner = TestDatabase.instance().owner();
                Statement sql = owner.createStatement()) {
            String update = trigger(sql, "audit_record_no_update");
            String delete = trigger(sql, "audit_record_no_delete");
            sql.execute("drop trigger audit_record_no_update");
            sql.execute("drop trigger audit_record_no_delete");
            try {
                assertThat(sql.executeUpdate(statement)).isPositive();
            } finally {
                sql.execute(update);
                sql.execute(delete);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String trigger(Statement sql, String name) throws SQLException {
        try (var row = sql.executeQuery("show create trigger " + name)) {
            row.next();
            return row.getString("SQL Original Statement");
        }
    }
}
