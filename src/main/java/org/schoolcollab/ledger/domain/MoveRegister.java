package org.schoolcollab.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.MoveProposal;
import org.schoolcollab.ledger.MoveProposal.Status;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The proposals to move money between areas. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MoveRegister {

    /** A proposal as its decision needs it. */
    public record Proposed(UUID from, UUID to, Money amount, String reason, boolean open, PersonId by) {}

    private static final String SELECT = """
            select m.*, f.round_id, f.area_code as from_area, t.area_code as to_area, p.display_name as proposer,
              d.display_name as decider
            from ledger_envelope_move m
              join ledger_envelope f on f.id = m.from_envelope_id
              join ledger_envelope t on t.id = m.to_envelope_id
              join security_person p on p.id = m.proposed_by
              left join security_person d on d.id = m.decided_by""";

    private final JdbcClient jdbc;

    MoveRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID add(UUID from, UUID to, Money amount, String reason, PersonId by, String area, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into ledger_envelope_move (id, from_envelope_id, to_envelope_id, amount_pence, reason, status,
                          proposed_by, proposed_area, proposed_at)
                        values (?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?)""")
                .params(
                        id.toString(),
                        from.toString(),
                        to.toString(),
                        amount.pence(),
                        reason,
                        by.toString(),
                        area,
                        Timestamp.from(at))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<MoveProposal> find(UUID id) {
        return jdbc.sql(SELECT + " where m.id = ?")
                .param(id.toString())
                .query(MoveRegister::view)
                .optional();
    }

    /** The proposals of a round, open ones first, then newest first. */
    @Transactional(readOnly = true)
    public List<MoveProposal> of(RoundId round) {
        return jdbc.sql(SELECT + " where f.round_id = ? order by m.status <> 'PROPOSED', m.proposed_at desc, m.id")
                .param(round.toString())
                .query(MoveRegister::view)
                .list();
    }

    /** The proposal with its row locked until the transaction ends. */
    public Optional<Proposed> lock(UUID id) {
        return jdbc.sql("""
                        select from_envelope_id, to_envelope_id, amount_pence, reason, status, proposed_by
                        from ledger_envelope_move where id = ? for update""")
                .param(id.toString())
                .query((row, n) -> new Proposed(
                        UUID.fromString(row.getString("from_envelope_id")),
                        UUID.fromString(row.getString("to_envelope_id")),
                        Money.ofPence(row.getLong("amount_pence")),
                        row.getString("reason"),
                        row.getString("status").equals(Status.PROPOSED.name()),
                        PersonId.of(row.getString("proposed_by"))))
                .optional();
    }

    public void decide(UUID id, Status status, PersonId by, Instant at, @Nullable String note) {
        jdbc.sql("""
                        update ledger_envelope_move set status = ?, decided_by = ?, decided_at = ?, decision_note = ?
                        where id = ?""")
                .params(Arrays.asList(status.name(), by.toString(), Timestamp.from(at), note, id.toString()))
                .update();
    }

    private static MoveProposal view(ResultSet row, int n) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new MoveProposal(
                UUID.fromString(row.getString("id")),
                RoundId.of(row.getString("round_id")),
                row.getString("from_area"),
                row.getString("to_area"),
                Money.ofPence(row.getLong("amount_pence")),
                row.getString("reason"),
                Status.valueOf(row.getString("status")),
                row.getString("proposer"),
                row.getString("proposed_area"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("decider"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_note"));
    }
}
