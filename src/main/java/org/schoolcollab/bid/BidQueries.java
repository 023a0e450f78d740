package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads bids for people: who sees which is decided here. */
@UseCase
public class BidQueries {

    /** A collaboration whose lead may start a bid now, in the round of this name, until the end of that day. */
    public record Startable(
            CollaborationId id,
            String collaborationName,
            String roundName,
            @Nullable LocalDate until) {}

    /** An area by code and name. */
    public record Area(String code, String name) {}

    /** A district by code and name. */
    public record District(String code, String name) {}

    private static final int LARGEST_PAGE = 200;

    private final BidRegister bids;
    private final BidPlans plans;
    private final CollaborationDirectory collaborations;
    private final Rounds rounds;
    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    BidQueries(
            BidRegister bids,
            BidPlans plans,
            CollaborationDirectory collaborations,
            Rounds rounds,
            JdbcClient jdbc,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.plans = plans;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.collaborations = collaborations;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * The bid, if this person may see it: the lead of its collaboration, the headteacher of a member school, the adviser of its
     * district, members and chair of its area's board and of the board it was passed to once it was submitted, finance, administrator and auditor.
     *
     * @throws org.schoolcollab.shared.NotFound if there is none
     * @throws AccessRefused if it is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public BidSummary summary(BidId id) {
        BidSummary bid = bids.get(id);
        if (!maySee(currentUser.actor(), bid)) {
            throw new AccessRefused("bid " + id);
        }
        return bid;
    }

    /**
     * The plan of a bid with the names of its lines and the schools, for whoever may see the bid.
     *
     * @throws AccessRefused like {@link #summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public PlanOutline outline(BidId id) {
        summary(id);
        return plans.outline(id);
    }

    /**
     * What the same collaboration submitted in earlier rounds, the latest first. Each of them is for this person's eyes by itself;
     * those that are not are left out.
     *
     * @throws AccessRefused like {@link #summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<BidSummary> earlier(BidId id) {
        BidSummary bid = summary(id);
        return jdbc
                .sql(
                        BidRegister.SELECT
                                + " where b.collaboration_id = ? and r.name < ? and b.submitted_at is not null order by r.name desc")
                .params(bid.collaborationId().toString(), bid.roundName())
                .query(BidRegister::row)
                .stream()
                .filter(before -> maySee(currentUser.actor(), before))
                .toList();
    }

    /** A page of the bids that this person may see, by the same rule as {@link #summary}. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<BidSummary> list(BidFilter filter, BidSort sort, boolean descending, int offset, int limit) {
        BidCriteria where = BidCriteria.of(currentUser.actor(), filter, clock.today());
        return jdbc.sql(BidRegister.SELECT + where.sql() + sort.orderBy(descending) + " limit "
                        + Math.clamp(limit, 0, LARGEST_PAGE) + " offset " + Math.max(offset, 0))
                .params(where.params())
                .query(BidRegister::row)
                .list();
    }

    /** How many bids {@link #list} finds. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public int count(BidFilter filter) {
        BidCriteria where = BidCriteria.of(currentUser.actor(), filter, clock.today());
        return jdbc.sql("select count(*) from bid_bid b join collaboration_collaboration c on c.id = b.collaboration_id"
                        + where.sql())
                .params(where.params())
                .query(Integer.class)
                .single();
    }

    /** Sums over all bids that {@link #list} finds, whatever page is shown. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public BidSums sums(BidFilter filter) {
        BidCriteria where = BidCriteria.of(currentUser.actor(), filter, clock.today());
        return jdbc.sql(BidSums.SELECT + where.sql())
                .params(where.params())
                .query(BidSums::row)
                .single();
    }

    /** The collaborations that this person leads and that have no bid yet in the round that takes bids today. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<Startable> startable() {
        Actor actor = currentUser.actor();
        return rounds.takingBids(clock.today()).stream()
                .flatMap(round -> actor.keys(Role.COLLABORATION_LEAD).stream()
                        .map(CollaborationId::of)
                        .filter(id -> !hasBid(id, round))
                        .flatMap(id -> collaborations.find(id).stream())
                        .filter(collaboration -> collaboration.districtCode() != null)
                        .map(collaboration -> new Startable(
                                collaboration.id(), collaboration.name(), round.name(), round.bidsClose())))
                .sorted(Comparator.comparing(Startable::collaborationName))
                .toList();
    }

    private boolean hasBid(CollaborationId id, Round round) {
        return jdbc.sql("select count(*) from bid_bid where collaboration_id = ? and round_id = ?")
                        .params(id.toString(), round.id().toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Every area that has an Area Board, by name. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<Area> areas() {
        return jdbc.sql("""
                        select distinct a.code, a.name from establishment_area a
                          join establishment_district d on d.area_code = a.code
                        order by a.name""")
                .query((row, n) -> new Area(row.getString("code"), row.getString("name")))
                .list();
    }

    /** Every district, by name. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<District> districts() {
        return jdbc.sql("select code, name from establishment_district order by name")
                .query((row, n) -> new District(row.getString("code"), row.getString("name")))
                .list();
    }

    private static boolean sitsOnABoardOf(Actor actor, List<Scope> places) {
        return actor.has(Role.BOARD_MEMBER, places) || actor.has(Role.BOARD_CHAIR, places);
    }

    private boolean maySee(Actor actor, BidSummary bid) {
        List<Scope> places = bid.places();
        if (actor.grants().stream().anyMatch(grant -> grant.role().seesEveryBid())
                || actor.has(Role.COLLABORATION_LEAD, places)
                || actor.has(Role.ADVISER, places)) {
            return true;
        }
        if (bid.submittedAt() != null
                && (sitsOnABoardOf(actor, places) || sitsOnABoardOf(actor, List.of(bid.board())))) {
            return true;
        }
        return actor.has(Role.HEADTEACHER)
                && collaborations.membersAt(bid.collaborationId(), clock.today()).stream()
                        .anyMatch(member -> actor.has(
                                Role.HEADTEACHER,
                                Scope.establishment(member.school().value())));
    }
}
