package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.MemberStore;
import org.schoolcollab.bid.domain.SplitByGuide;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ByName;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads the member schools of bids: amounts, consents, who was taken out. */
@UseCase
public class SchoolsOfBid {

    /** A school that has been asked for its consent and for which nobody can answer. */
    public record Unanswerable(String school, String collaboration, BidId bid) {}

    /** What a school gets and puts in. */
    public record Amounts(EstablishmentId school, Money share, Money pledge) {}

    private final BidQueries bids;
    private final Consents consents;
    private final MemberStore store;
    private final JdbcClient jdbc;

    SchoolsOfBid(BidQueries bids, Consents consents, MemberStore store, JdbcClient jdbc) {
        this.bids = bids;
        this.consents = consents;
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * The schools of a bid, for whoever may see it: of a submitted one those by whom it was submitted.
     *
     * @throws org.schoolcollab.security.AccessRefused like {@link BidQueries#summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public MemberSchools of(BidId bid) {
        bids.summary(bid);
        return consents.of(bid);
    }

    /**
     * Every answer that was given for a school, the first first.
     *
     * @throws org.schoolcollab.security.AccessRefused like {@link BidQueries#summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<ConsentAnswer> answers(BidId bid, EstablishmentId school) {
        bids.summary(bid);
        return store.answers(bid, school);
    }

    /**
     * Amounts split among the member schools of today in proportion to the shares and pledges of the plan, to the penny; empty where
     * the plan has none. Where none of these schools has pledged anything, none is asked to: the pledges are nothing.
     *
     * @throws org.schoolcollab.security.AccessRefused like {@link BidQueries#summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<Amounts> likeThePlan(BidId bid, Money share, Money pledge) {
        bids.summary(bid);
        List<MemberSchool> schools = consents.today(bid).schools();
        if (schools.stream().noneMatch(school -> school.share().isPositive())) {
            return List.of();
        }
        List<Money> shares = SplitByGuide.split(
                share, schools.stream().map(MemberSchool::share).toList());
        List<Money> promised = schools.stream().map(MemberSchool::pledge).toList();
        List<Money> pledges =
                promised.stream().anyMatch(Money::isPositive) ? SplitByGuide.split(pledge, promised) : promised;
        return IntStream.range(0, schools.size())
                .mapToObj(i -> new Amounts(schools.get(i).id(), shares.get(i), pledges.get(i)))
                .toList();
    }

    /** Schools of all bids that wait for a headteacher who has no log-in yet, by name. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<Unanswerable> withoutHeadteacher() {
        return jdbc
                .sql("""
                        select e.name, c.name as collaboration, s.bid_id
                        from bid_school s join bid_bid b on b.id = s.bid_id
                          join establishment_school e on e.id = s.school_id
                          join collaboration_collaboration c on c.id = b.collaboration_id
                        where s.asked_at is not null and b.status in ('DRAFTING', 'RETURNED')
                          and not exists (select 1 from security_role_grant g join security_person p on p.id = g.person_id
                            where g.role = 'HEADTEACHER' and g.scope_key = s.school_id and p.enabled)
                        order by e.id""")
                .query((row, n) -> new Unanswerable(
                        row.getString("name"), row.getString("collaboration"), BidId.of(row.getString("bid_id"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(Unanswerable::school, ByName.ORDER))
                .toList();
    }
}
