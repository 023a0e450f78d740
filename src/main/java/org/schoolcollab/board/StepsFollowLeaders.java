package org.schoolcollab.board;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.BoardRoll;
import org.schoolcollab.establishment.GovernorsChanged;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.RolesChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The step of a decision that waits stands in the queue of whoever leads now: when roles of somebody on the board, what they govern or
 * the rules of the board change, it moves in the same transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StepsFollowLeaders {

    private final BidProgress progress;
    private final Ballots ballots;
    private final BoardRoll roll;
    private final DecisionProcess process;
    private final People people;
    private final JdbcClient jdbc;

    StepsFollowLeaders(
            BidProgress progress,
            Ballots ballots,
            BoardRoll roll,
            DecisionProcess process,
            People people,
            JdbcClient jdbc) {
        this.progress = progress;
        this.ballots = ballots;
        this.roll = roll;
        this.process = process;
        this.people = people;
        this.jdbc = jdbc;
    }

    @EventListener
    public void on(RolesChanged changed) {
        ofBoards(boards(changed.touched()));
    }

    @EventListener
    public void on(GovernorsChanged changed) {
        ofBoards(boards(people.grantsOf(changed.person())));
    }

    /** The steps of every bid that waits for the board of one of these areas. */
    void ofBoards(Set<String> areas) {
        if (!areas.isEmpty()) {
            waitingFor(areas).forEach(bid -> handOn(progress.lock(bid)));
        }
    }

    /** The step of this bid, which the caller has locked. A tie that nobody can break any more is counted as it is. */
    void handOn(BidSummary bid) {
        process.leadersChanged(bid);
        boolean tied = ballots.lockLatest(bid.id())
                .filter(ballot -> ballot.status() == Ballot.Status.TIED)
                .isPresent();
        if (tied && !roll.leaders(bid).canBreakATie()) {
            process.castingVoteGiven(bid);
        }
    }

    private List<BidId> waitingFor(Set<String> areas) {
        return jdbc.sql("""
                        select id from bid_bid
                        where status = 'BEFORE_BOARD' and coalesce(board_area_code, area_code) in (:areas) order by id""")
                .param("areas", areas)
                .query((row, n) -> BidId.of(row.getString(1)))
                .list();
    }

    private static Set<String> boards(Collection<RoleGrant> grants) {
        return grants.stream()
                .filter(grant -> grant.role() == Role.BOARD_CHAIR || grant.role() == Role.BOARD_MEMBER)
                .map(grant -> grant.scope().key())
                .collect(Collectors.toSet());
    }
}
