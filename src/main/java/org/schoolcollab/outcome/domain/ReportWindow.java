package org.schoolcollab.outcome.domain;

import java.time.LocalDate;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.ReportNotOpen;
import org.schoolcollab.outcome.ReportStatus;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;

/** When a report may be written, and by whom: the lead of the collaboration, from the first day of the window on. Late is late, not too late. */
@Component
public class ReportWindow {

    private final BidRegister bids;
    private final BidProgress progress;
    private final Rounds rounds;
    private final ReportStates states;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    ReportWindow(
            BidRegister bids,
            BidProgress progress,
            Rounds rounds,
            ReportStates states,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.rounds = rounds;
        this.states = states;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The bid, if the person who acts leads its collaboration. */
    public BidSummary ofLead(BidId id) {
        BidSummary bid = bids.get(id);
        currentUser.actor().require(Role.COLLABORATION_LEAD, bid.places());
        return bid;
    }

    /**
     * The same with the bid's row locked, once the report may be written.
     *
     * @throws ReportNotOpen before the window, or when it is not with the lead
     * @throws BidNotInStage if the bid is not in delivery
     */
    public BidSummary lockForWriting(BidId id, Kind kind) {
        ofLead(id);
        BidSummary bid = progress.locked(id);
        if (bid.status() != BidStatus.IN_DELIVERY) {
            throw new BidNotInStage(bid.status());
        }
        LocalDate from = from(bid, kind);
        if (from == null) {
            throw ReportNotOpen.noWindow();
        }
        if (clock.today().isBefore(from)) {
            throw ReportNotOpen.before(from);
        }
        if (kind == Kind.OCTOBER && states.of(id, Kind.MARCH).status() != ReportStatus.ACCEPTED) {
            throw ReportNotOpen.marchFirst();
        }
        states.of(id, kind).requireWithLead();
        return bid;
    }

    /** Whether today is after the last day of the window. */
    public boolean isLate(BidSummary bid, Kind kind) {
        Round round = rounds.get(bid.roundId());
        LocalDate to = kind == Kind.MARCH ? round.marchTo() : round.octoberTo();
        return to != null && clock.today().isAfter(to);
    }

    private @org.jspecify.annotations.Nullable LocalDate from(BidSummary bid, Kind kind) {
        Round round = rounds.get(bid.roundId());
        return kind == Kind.MARCH ? round.marchFrom() : round.octoberFrom();
    }
}
