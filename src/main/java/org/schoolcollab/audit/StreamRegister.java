package org.schoolcollab.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of streams: a chain with one entry for each stream that begins, so that a whole stream cannot be removed unseen. Only
 * the first record of a stream waits for it.
 */
@Component
class StreamRegister {

    private record Last(long streams, String hash) {}

    private final JdbcClient jdbc;

    StreamRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters a stream with the hash of its first record. */
    void begins(String stream, String firstHash) {
        Last last = jdbc.sql("select streams, hash from audit_register where id = 1 for update")
                .query((row, n) -> new Last(row.getLong(1), row.getString(2)))
                .single();
        long number = last.streams() + 1;
        String hash = AuditHash.ofFields(List.of(last.hash(), Long.toString(number), stream, firstHash));
        jdbc.sql("insert into audit_stream (number, stream, first_hash, prev_hash, hash) values (?, ?, ?, ?, ?)")
                .params(number, stream, firstHash, last.hash(), hash)
                .update();
        jdbc.sql("update audit_register set streams = ?, hash = ? where id = 1")
                .params(number, hash)
                .update();
    }
}
