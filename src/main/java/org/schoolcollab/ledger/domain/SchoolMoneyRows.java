package org.schoolcollab.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.SchoolMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what each school has of an award. */
@Component
public class SchoolMoneyRows {

    private final CollaborationDirectory collaborations;
    private final JdbcClient jdbc;
    private final PortalClock clock;

    SchoolMoneyRows(CollaborationDirectory collaborations, JdbcClient jdbc, PortalClock clock) {
        this.collaborations = collaborations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Schools with a share in its order, then members without one; empty before the award is shared out. */
    public List<SchoolMoney> of(BidSummary bid) {
        List<Member> members = collaborations.membersAt(bid.collaborationId(), clock.today());
        Set<EstablishmentId> today = members.stream().map(Member::school).collect(Collectors.toSet());
        List<SchoolMoney> schools = new ArrayList<>(jdbc.sql("""
                        select h.school_id, s.name, h.pence as share,
                          (select coalesce(sum(p.pence), 0) from ledger_posting p
                           where p.credit_award_id = h.award_id and p.credit_account = 'RELEASED' and p.credit_school_id = h.school_id)
                          - (select coalesce(sum(p.pence), 0) from ledger_posting p
                             where p.debit_award_id = h.award_id and p.debit_account = 'RELEASED' and p.debit_school_id = h.school_id) as paid,
                          (select coalesce(sum(o.pence), 0) from ledger_portion o join ledger_instalment i on i.id = o.instalment_id
                           where i.award_id = h.award_id and o.school_id = h.school_id and i.status in ('WAITING', 'READY')
                             and (select count(*) from ledger_release r
                                  where r.instalment_id = i.id and r.payee_school_id = h.school_id)
                               <= (select count(*) from ledger_reversal v
                                   where v.instalment_id = i.id and v.payee_school_id = h.school_id)) as movable
                        from ledger_share h
                          join ledger_award a on a.id = h.award_id
                          join establishment_school s on s.id = h.school_id
                        where a.bid_id = ? order by h.number""")
                .param(bid.id().toString())
                .query((row, n) -> {
                    EstablishmentId school = EstablishmentId.of(row.getString("school_id"));
                    return new SchoolMoney(
                            school,
                            row.getString("name"),
                            today.contains(school),
                            Money.ofPence(row.getLong("share")),
                            Money.ofPence(row.getLong("paid")),
                            Money.ofPence(row.getLong("movable")));
                })
                .list());
        if (schools.isEmpty()) {
            return List.of();
        }
        Set<EstablishmentId> shared = schools.stream().map(SchoolMoney::school).collect(Collectors.toSet());
        members.stream()
                .filter(member -> !shared.contains(member.school()))
                .forEach(member -> schools.add(without(member)));
        return List.copyOf(schools);
    }

    private static SchoolMoney without(Member member) {
        return new SchoolMoney(member.school(), member.name(), true, Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
