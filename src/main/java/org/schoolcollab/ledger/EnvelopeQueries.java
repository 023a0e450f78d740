package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the envelopes of a round hold, for finance and for the boards whose money it is. */
@UseCase
@Transactional(readOnly = true)
public class EnvelopeQueries {

    /**
     * An envelope and where its money is.
     *
     * @param areaCode {@code ALL} for the money that the authority spends itself
     */
    public record EnvelopeRow(
            String areaCode,
            String area,
            boolean closed,
            Money given,
            Money available,
            Money held,
            Money committed,
            Money released,
            Money spent,
            Money lapsed) {}

    private final JdbcClient jdbc;
    private final Rounds rounds;

    EnvelopeQueries(JdbcClient jdbc, Rounds rounds) {
        this.jdbc = jdbc;
        this.rounds = rounds;
    }

    /** Every round, newest first. */
    @RolesAllowed({
        Roles.BOARD_CHAIR,
        Roles.BOARD_MEMBER,
        Roles.FINANCE_OFFICER,
        Roles.FINANCE_APPROVER,
        Roles.ADMINISTRATOR,
        Roles.AUDITOR
    })
    public List<Round> rounds() {
        return rounds.all();
    }

    /** The envelopes of a round by name, area All last, also where nothing was given to it yet. */
    @RolesAllowed({
        Roles.BOARD_CHAIR,
        Roles.BOARD_MEMBER,
        Roles.FINANCE_OFFICER,
        Roles.FINANCE_APPROVER,
        Roles.ADMINISTRATOR,
        Roles.AUDITOR
    })
    public List<EnvelopeRow> of(RoundId round) {
        return jdbc.sql("""
                        select k.area_code, if(k.area_code = 'ALL', 'Area All', coalesce(a.name, k.area_code)) as area, coalesce(l.status, 'OPEN') as status,
                          coalesce(l.given_pence, p.given_pence, 0) as given, coalesce(l.available_pence, p.given_pence, 0) as available,
                          coalesce(l.held_pence, 0) as held, coalesce(l.committed_pence, 0) as committed,
                          coalesce(l.released_pence, 0) as released, coalesce(l.spent_pence, 0) as spent,
                          coalesce(l.lapsed_pence, 0) as lapsed
                        from (select area_code from programme_envelope where round_id = ?
                              union select area_code from ledger_envelope where round_id = ?
                              union select 'ALL') k
                          left join programme_envelope p on p.round_id = ? and p.area_code = k.area_code
                          left join ledger_envelope l on l.round_id = ? and l.area_code = k.area_code
                          left join establishment_area a on a.code = k.area_code
                        order by k.area_code = 'ALL', area""")
                .params(round.toString(), round.toString(), round.toString(), round.toString())
                .query((row, n) -> new EnvelopeRow(
                        row.getString("area_code"),
                        row.getString("area"),
                        row.getString("status").equals("CLOSED"),
                        Money.ofPence(row.getLong("given")),
                        Money.ofPence(row.getLong("available")),
                        Money.ofPence(row.getLong("held")),
                        Money.ofPence(row.getLong("committed")),
                        Money.ofPence(row.getLong("released")),
                        Money.ofPence(row.getLong("spent")),
                        Money.ofPence(row.getLong("lapsed"))))
                .list();
    }
}
