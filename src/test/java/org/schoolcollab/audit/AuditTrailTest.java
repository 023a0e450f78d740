package org.schoolcollab.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class AuditTrailTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void eachRecordHoldsTheHashOfTheOneBefore() {
        record("first");
        record("second");

        List<String> hashes = jdbc.sql("select hash from audit_record where stream = 'thing:1' order by position")
                .query(String.class)
                .list();
        List<String> previous = jdbc.sql(
                        "select prev_hash from audit_record where stream = 'thing:1' order by position")
                .query(String.class)
                .list();
        assertThat(hashes).hasSize(2).doesNotHaveDuplicates();
        assertThat(previous).containsExactly("0".repeat(64), hashes.getFirst());
    }

    @Test
    void storesEmojiAndWelshLetters() {
        record("Ysgol Tŷ Ŵyn 🏫");

        assertThat(jdbc.sql("select details from audit_record where stream = 'thing:1'")
                        .query(String.class)
                        .single())
                .contains("Ysgol Tŷ Ŵyn 🏫");
    }

    @Test
    void theApplicationMayNotChangeARecord() {
        record("first");

        assertThatThrownBy(
                        () -> jdbc.sql("update audit_record set action = 'x'").update())
                .rootCause()
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_record").update())
                .rootCause()
                .hasMessageContaining("denied");
    }

    @Test
    void evenTheOwnerOfTheTablesMayNotChangeARecord() throws Exception {
        record("first");

        try (Connection owner = TestDatabase.instance().owner();
                Statement sql = owner.createStatement()) {
            assertThatThrownBy(() -> sql.executeUpdate("update audit_record set action = 'x'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> sql.executeUpdate("delete from audit_record"))
                    .hasMessageContaining("append-only");
        }
    }

    private void record(String value) {
        transaction.executeWithoutResult(
                status -> trail.record(Act.on("thing", "1", "thing.done", "").with("value", value)));
    }
}
