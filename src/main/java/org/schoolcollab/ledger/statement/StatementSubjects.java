package org.schoolcollab.ledger.statement;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ByName;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What a statement can be asked for in a round: its envelopes, awards, and the schools that were paid or pledged. */
@UseCase
@Transactional(readOnly = true)
public class StatementSubjects {

    /** The envelope of an area. */
    public record EnvelopeSubject(String areaCode, String area) {}

    /** The award of a bid. */
    public record AwardSubject(BidId bid, String collaboration, String area, Money agreed) {}

    /** A school that holds or held money of the round. */
    public record SchoolSubject(EstablishmentId id, String name, Money released) {}

    private final JdbcClient jdbc;

    StatementSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The envelopes of a round in which anything was booked, by name. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<EnvelopeSubject> envelopes(RoundId round) {
        return jdbc.sql("""
                        select l.area_code, if(l.area_code = 'ALL', 'Area All', coalesce(a.name, l.area_code)) as name from ledger_envelope l
                          left join establishment_area a on a.code = l.area_code
                        where l.round_id = ? order by name""")
                .param(round.toString())
                .query((row, n) -> new EnvelopeSubject(row.getString("area_code"), row.getString("name")))
                .list();
    }

    /**
     * The awards of a round, by area and collaboration.
     *
     * @param area its code; all areas where it is null
     */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<AwardSubject> awards(RoundId round, @Nullable String area) {
        String code = area == null ? "" : area;
        return jdbc.sql("""
                        select b.id, c.name as collaboration, a.name as area, w.agreed_pence
                        from ledger_award w join bid_bid b on b.id = w.bid_id
                          join collaboration_collaboration c on c.id = b.collaboration_id
                          join establishment_area a on a.code = b.area_code
                        where b.round_id = ? and (? = '' or b.area_code = ?) order by a.name, c.name""")
                .params(round.toString(), code, code)
                .query((row, n) -> new AwardSubject(
                        BidId.of(row.getString("id")),
                        row.getString("collaboration"),
                        row.getString("area"),
                        Money.ofPence(row.getLong("agreed_pence"))))
                .list();
    }

    /** The schools of an award, or of all awards of a round where none is named, with what they were paid less what was reversed. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<SchoolSubject> schools(RoundId round, @Nullable BidId bid) {
        String one = bid == null ? "" : bid.toString();
        return jdbc
                .sql("""
                        select s.id, s.name, sum(if(v.release_id is null, r.amount_pence, 0)) as released
                        from ledger_release r join establishment_school s on s.id = r.payee_school_id
                          join ledger_instalment i on i.id = r.instalment_id
                          join ledger_award w on w.id = i.award_id
                          join bid_bid b on b.id = w.bid_id
                          left join ledger_reversal v on v.release_id = r.id
                        where b.round_id = ? and (? = '' or b.id = ?) group by s.id, s.name order by s.id""")
                .params(round.toString(), one, bid == null ? round.toString() : one)
                .query((row, n) -> new SchoolSubject(
                        EstablishmentId.of(row.getString("id")),
                        row.getString("name"),
                        Money.ofPence(row.getLong("released"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(SchoolSubject::name, ByName.ORDER))
                .toList();
    }
}
