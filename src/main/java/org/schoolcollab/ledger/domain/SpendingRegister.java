package org.schoolcollab.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.FundingLine;
import org.schoolcollab.ledger.SpendingLine;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the authority spent of area All. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SpendingRegister {

    /** A line as its correction needs it. */
    public record Spent(Money amount, @Nullable PersonId by, boolean corrected) {}

    private final JdbcClient jdbc;
    private final SealedRows sealed;

    SpendingRegister(JdbcClient jdbc, SealedRows sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    public void add(UUID entry, String purpose, Money amount, LocalDate on) {
        sealed.insert(
                "ledger_spending",
                Map.of("entry_id", entry, "purpose", purpose, "amount_pence", amount.pence(), "spent_on", on));
    }

    public Optional<Spent> find(UUID envelope, UUID entry) {
        return jdbc.sql("""
                        select s.amount_pence, e.person_id, c.id is not null as corrected
                        from ledger_spending s
                          join ledger_entry e on e.id = s.entry_id
                          left join ledger_entry c on c.reverses = e.id
                        where s.entry_id = ? and e.envelope_id = ?""")
                .params(entry.toString(), envelope.toString())
                .query((row, n) -> {
                    String person = row.getString("person_id");
                    return new Spent(
                            Money.ofPence(row.getLong("amount_pence")),
                            person == null ? null : PersonId.of(person),
                            row.getBoolean("corrected"));
                })
                .optional();
    }

    @Transactional(readOnly = true)
    public List<SpendingLine> of(RoundId round) {
        return jdbc.sql("""
                        select s.*, e.at, p.display_name, c.memo as corrected
                        from ledger_spending s
                          join ledger_entry e on e.id = s.entry_id
                          join ledger_envelope l on l.id = e.envelope_id
                          left join security_person p on p.id = e.person_id
                          left join ledger_entry c on c.reverses = e.id
                        where l.round_id = ? order by e.sequence desc""")
                .param(round.toString())
                .query((row, n) -> new SpendingLine(
                        UUID.fromString(row.getString("entry_id")),
                        row.getString("purpose"),
                        Money.ofPence(row.getLong("amount_pence")),
                        row.getObject("spent_on", LocalDate.class),
                        row.getString("display_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("corrected")))
                .list();
    }

    /** The entries of area All that brought money in or took it away unspent. A move's key names its proposal. */
    @Transactional(readOnly = true)
    public List<FundingLine> funding(RoundId round) {
        return jdbc.sql("""
                        select e.at, e.kind, p.pence, coalesce(e.memo, '') as memo, w.display_name, a.name as other_area
                        from ledger_envelope l
                          join ledger_entry e on e.envelope_id = l.id and e.kind in ('ADDED', 'MOVED_IN', 'MOVED_OUT')
                          join ledger_posting p on p.entry_id = e.id
                          left join security_person w on w.id = e.person_id
                          left join ledger_envelope_move m on e.kind <> 'ADDED' and m.id = substring(e.idempotency_key, 6, 36)
                          left join ledger_envelope o on o.id = if(m.from_envelope_id = l.id, m.to_envelope_id, m.from_envelope_id)
                          left join establishment_area a on a.code = o.area_code
                        where l.round_id = ? and l.area_code = 'ALL' order by e.sequence desc""")
                .param(round.toString())
                .query((row, n) -> new FundingLine(
                        row.getTimestamp("at").toInstant(),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("other_area"),
                        Money.ofPence(row.getLong("pence")),
                        row.getString("memo"),
                        row.getString("display_name")))
                .list();
    }
}
