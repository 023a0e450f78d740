package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.VoteRefused;
import org.schoolcollab.review.Interest;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A member declares an interest in a bid, before the meeting or in it. Only for oneself: nobody can take a vote from somebody else by
 * declaring for them.
 */
@UseCase
public class InterestDeclaration {

    /** The most characters of what a member says about the interest. */
    public static final int TEXT_LIMIT = 2000;

    private final BidRegister bids;
    private final BidProgress progress;
    private final Ballots ballots;
    private final Voting voting;
    private final StepsFollowLeaders followers;
    private final JdbcClient jdbc;
    private final SealedRows sealed;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    InterestDeclaration(
            BidRegister bids,
            BidProgress progress,
            Ballots ballots,
            Voting voting,
            StepsFollowLeaders followers,
            JdbcClient jdbc,
            SealedRows sealed,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.ballots = ballots;
        this.voting = voting;
        this.followers = followers;
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * This person takes no part in the decision on this bid. Cannot be taken back. Whoever is asked for a vote at the moment leaves
     * the ballot too.
     *
     * @param words what the interest is, for the record; may be empty
     * @throws VoteRefused after having voted
     */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR})
    public void declare(BidId id, String words) {
        Actor actor = currentUser.actor();
        Role role = Voting.voterRole(actor, bids.get(id));
        String said = Texts.atMost(TEXT_LIMIT, "words", words);
        BidSummary bid = progress.lock(id);
        LeadsTheDecision.requireBeforeBoard(bid);
        Optional<Ballot> ballot = ballots.lockLatest(id);
        boolean asked = ballot.filter(open -> open.status() == Ballot.Status.OPEN)
                .filter(open -> open.voters().contains(actor.id()))
                .isPresent();
        boolean declared = jdbc.sql("select count(*) from board_interest where bid_id = ? and person_id = ?")
                        .params(id.toString(), actor.id().toString())
                        .query(Integer.class)
                        .single()
                > 0;
        if (declared) {
            throw VoteRefused.interest(Interest.DECLARED);
        }
        sealed.insert(
                "board_interest",
                Map.of("bid_id", id, "person_id", actor.id(), "words", said, "declared_at", clock.instant()));
        audit.record(Act.onBid(id.value(), "board.interestDeclared", role.name())
                .with("words", said.isEmpty() ? null : said));
        if (asked) {
            voting.stepAside(id);
        } else {
            followers.handOn(bid);
        }
    }
}
