package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.board.domain.Referrals;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.PaperPrinter;
import org.schoolcollab.paper.Wording;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shell.Dates;
import org.springframework.transaction.annotation.Transactional;

/** The letter to the lead about what the board decided, for whoever may see the bid. */
@UseCase
public class DecisionLetters {

    private final BidQueries bids;
    private final Ballots ballots;
    private final Referrals referrals;
    private final Rounds rounds;
    private final PaperPrinter printer;
    private final Wording words;

    DecisionLetters(
            BidQueries bids, Ballots ballots, Referrals referrals, Rounds rounds, PaperPrinter printer, Wording words) {
        this.bids = bids;
        this.ballots = ballots;
        this.referrals = referrals;
        this.rounds = rounds;
        this.printer = printer;
        this.words = words;
    }

    /** The letter about the latest decision or deferral; empty while there is none. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Optional<Paper> of(BidId id) {
        BidSummary bid = bids.summary(id);
        Ballot ballot = ballots.latest(id).orElse(null);
        if (ballot != null && ballot.revision() == bid.revision() && isDecision(ballot.outcome())) {
            return Optional.of(decided(bid, ballot));
        }
        return referrals.of(id).stream()
                .filter(Referrals.Kept::isDeferral)
                .findFirst()
                .filter(kept -> bid.status() == BidStatus.RETURNED)
                .map(kept -> deferred(bid, kept));
    }

    /**
     * The same as tagged PDF.
     *
     * @throws NotFound while there is none
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public byte[] pdf(BidId id) {
        return printer.print(of(id).orElseThrow(NotFound::new));
    }

    private static boolean isDecision(@Nullable Outcome outcome) {
        return outcome == Outcome.APPROVED || outcome == Outcome.REFUSED;
    }

    private Paper.Writer letter(BidSummary bid, String date) {
        return new Paper.Writer(words.getTranslation("board.letter.title", bid.roundName(), bid.collaborationName()))
                .paragraph(words.getTranslation("board.letter.to", bid.collaborationName()))
                .paragraph(words.getTranslation("board.letter.from", bid.boardAreaName(), date));
    }

    private Paper decided(BidSummary bid, Ballot ballot) {
        Paper.Writer letter = letter(bid, Dates.day(java.util.Objects.requireNonNull(ballot.closedAt())));
        if (ballot.outcome() == Outcome.REFUSED) {
            return letter.paragraph(words.getTranslation(
                            "board.letter.refused", bid.requested().format()))
                    .heading(words.getTranslation("board.letter.reasons"))
                    .bullets(reasons(ballot))
                    .paper();
        }
        boolean part = bid.requested().isMoreThan(ballot.amount());
        letter.paragraph(words.getTranslation(
                part ? "board.letter.approvedPart" : "board.letter.approved",
                ballot.amount().format(),
                bid.requested().format()));
        Integer first = ballot.terms().firstPercent();
        int percent = first == null ? rounds.get(bid.roundId()).firstInstalmentPercent() : first;
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(
                words.getTranslation("board.letter.amount"), ballot.amount().format()));
        facts.add(List.of(
                words.getTranslation("board.letter.first"),
                ballot.amount().percent(percent).format()));
        String conditions = ballot.terms().conditions();
        facts.add(List.of(
                words.getTranslation("board.ballot.conditions"),
                conditions.isEmpty() ? words.getTranslation("board.ballot.conditions.none") : conditions));
        return letter.facts(facts)
                .heading(words.getTranslation("board.letter.next"))
                .paragraph(words.getTranslation("board.letter.accept"))
                .paper();
    }

    private Paper deferred(BidSummary bid, Referrals.Kept kept) {
        return letter(bid, Dates.day(kept.at()))
                .paragraph(words.getTranslation("board.letter.deferred"))
                .heading(words.getTranslation("board.letter.questions"))
                .paragraph(kept.words())
                .heading(words.getTranslation("board.letter.next"))
                .paragraph(words.getTranslation("board.letter.revise"))
                .paper();
    }

    private static List<String> reasons(Ballot ballot) {
        List<String> reasons = new ArrayList<>(ballot.votes().stream()
                .filter(vote ->
                        vote.choice() == VoteChoice.REFUSE && ballot.voters().contains(vote.person()))
                .map(Ballot.Vote::reason)
                .toList());
        Ballot.Casting casting = ballot.casting();
        if (casting != null && !casting.reason().isEmpty()) {
            reasons.add(casting.reason());
        }
        return reasons;
    }
}
