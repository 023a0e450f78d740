package org.schoolcollab.workflow.gate;

import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidStatus;

/**
 * A bid as the modules would have it: says of each step whether they would let it happen now, and what it does. The numbers of
 * instalments and whether the second waits for the March report are given, all else happens.
 */
public final class MadeUpBid {

    private static final List<String> NOTHING_DECIDED = List.of("");

    /** What stands of a bid: two of the same standing go on alike. */
    public record Standing(
            BidStatus status,
            String ballot,
            String award,
            String march,
            String october,
            int requested,
            int released,
            int instalments,
            boolean secondWaits) {}

    private enum Ballot {
        NONE,
        OPEN,
        VOTED,
        TIED
    }

    private enum Report {
        OPEN,
        SUBMITTED,
        ACCEPTED
    }

    private enum Award {
        NONE,
        COMMITTED,
        ACCEPTED
    }

    private int instalments;
    private boolean secondWaits;
    private BidStatus status = BidStatus.DRAFTING;
    private Ballot ballot = Ballot.NONE;
    private Award award = Award.NONE;
    private Report march = Report.OPEN;
    private Report october = Report.OPEN;
    private boolean tied;
    private int requested;
    private int released;

    public MadeUpBid(int instalments, boolean secondWaits) {
        this.instalments = instalments;
        this.secondWaits = secondWaits;
    }

    /** Another bid that stands where this one does. */
    public MadeUpBid copy() {
        MadeUpBid copy = new MadeUpBid(instalments, secondWaits);
        copy.status = status;
        copy.ballot = ballot;
        copy.award = award;
        copy.tied = tied;
        copy.march = march;
        copy.october = october;
        copy.requested = requested;
        copy.released = released;
        return copy;
    }

    public Standing standing() {
        return new Standing(
                status,
                ballot == Ballot.VOTED && tied ? "VOTED_TWICE" : ballot.name(),
                award.name(),
                march.name(),
                october.name(),
                requested,
                released,
                instalments,
                secondWaits);
    }

    public BidStatus status() {
        return status;
    }

    /** What is agreed about the payment of an award. */
    public void agreed(int inInstalments, boolean secondAfterMarch) {
        instalments = inInstalments;
        secondWaits = secondAfterMarch;
    }

    /** What can be decided on a screen, agreement first; one empty text where nothing is. */
    public static List<String> outcomes(String screen) {
        return switch (screen) {
            case "review" -> List.of("RECOMMENDED", "RETURNED");
            case "ballot" -> List.of("OPEN", "DEFERRED", "PASSED");
            case "release-approval" -> List.of("APPROVED", "REJECTED");
            case "march-acceptance", "october-acceptance" -> List.of("ACCEPTED", "RETURNED");
            case Vocabulary.SIGN_OFF -> Vocabulary.SIGN_OFFS;
            default -> NOTHING_DECIDED;
        };
    }

    /** What counting the ballot can come to now: a casting vote leaves no tie. */
    public List<String> counts() {
        List<String> all = List.of("APPROVED", "REFUSED", "UNFUNDED", "INQUORATE", "VOID", "TIED");
        return tied ? all.subList(0, all.size() - 1) : all;
    }

    /** Whether the lead may withdraw it now. */
    public boolean isWithdrawable() {
        return status.isBeforeRelease();
    }

    public void withdraw() {
        status = BidStatus.WITHDRAWN;
    }

    /** What the screen of a step decides, or "" where it decides nothing; empty where a module would refuse. */
    public boolean isPossible(String screen, int instalment) {
        return switch (screen) {
            case "plan" -> status == BidStatus.DRAFTING || status == BidStatus.RETURNED;
            case "review" -> status == BidStatus.IN_REVIEW;
            case "ballot" -> status == BidStatus.BEFORE_BOARD && ballot == Ballot.NONE;
            case "vote" -> ballot == Ballot.OPEN;
            case "casting-vote" -> ballot == Ballot.TIED;
            case "award" -> award == Award.COMMITTED;
            case "release" -> award == Award.ACCEPTED && requested == 0 && isReady(instalment);
            case "release-approval" -> requested != 0 && requested == instalment;
            case "march-report" -> status == BidStatus.IN_DELIVERY && march == Report.OPEN;
            case "march-acceptance" -> march == Report.SUBMITTED;
            case "october-report" ->
                status == BidStatus.IN_DELIVERY && march == Report.ACCEPTED && october == Report.OPEN;
            case "october-acceptance" -> october == Report.SUBMITTED;
            default -> screen.equals(Vocabulary.SIGN_OFF);
        };
    }

    private boolean isReady(int instalment) {
        return instalment == released + 1
                && instalment <= instalments
                && (instalment == 1 || !secondWaits || march == Report.ACCEPTED);
    }

    /** Does a step that is possible, with this outcome where it has several. */
    public void act(String screen, String outcome, int instalment) {
        switch (screen) {
            case "plan" -> status = BidStatus.IN_REVIEW;
            case "review" -> status = outcome.equals("RECOMMENDED") ? BidStatus.BEFORE_BOARD : BidStatus.RETURNED;
            case "ballot" -> {
                if (outcome.equals("OPEN")) {
                    ballot = Ballot.OPEN;
                } else if (outcome.equals("DEFERRED")) {
                    status = BidStatus.RETURNED;
                }
            }
            case "vote", "casting-vote" -> {
                tied = ballot == Ballot.TIED;
                ballot = Ballot.VOTED;
            }
            case "award" -> award = Award.ACCEPTED;
            case "release" -> requested = instalment;
            case "release-approval" -> {
                requested = 0;
                if (outcome.equals("APPROVED")) {
                    released = instalment;
                    status = BidStatus.IN_DELIVERY;
                }
            }
            case "march-report" -> march = Report.SUBMITTED;
            case "march-acceptance" -> march = outcome.equals("ACCEPTED") ? Report.ACCEPTED : Report.OPEN;
            case "october-report" -> october = Report.SUBMITTED;
            case "october-acceptance" -> october = outcome.equals("ACCEPTED") ? Report.ACCEPTED : Report.OPEN;
            default -> {
                // A sign-off leaves the bid as it is.
            }
        }
    }

    /** Whether the modules let the portal do this now. */
    public boolean canServe(String delegate) {
        return switch (delegate) {
            case Vocabulary.COUNT_BALLOT -> ballot == Ballot.VOTED;
            case Vocabulary.COMMIT_FUNDS -> status == BidStatus.AWARDED && award == Award.NONE;
            case Vocabulary.CLOSE_BID -> status == BidStatus.IN_DELIVERY;
            case Vocabulary.RETURN_FUNDS -> status == BidStatus.WITHDRAWN;
            default -> Vocabulary.NOTICES.contains(delegate);
        };
    }

    public void serve(String delegate, String outcome) {
        switch (delegate) {
            case Vocabulary.COUNT_BALLOT -> {
                ballot = outcome.equals("TIED") ? Ballot.TIED : Ballot.NONE;
                if (outcome.equals("APPROVED")) {
                    status = BidStatus.AWARDED;
                } else if (outcome.equals("REFUSED")) {
                    status = BidStatus.REFUSED;
                }
            }
            case Vocabulary.COMMIT_FUNDS -> award = Award.COMMITTED;
            case Vocabulary.RETURN_FUNDS -> award = Award.NONE;
            case Vocabulary.CLOSE_BID -> status = BidStatus.CLOSED;
            default -> {
                // Notices leave the bid as it is.
            }
        }
    }

    public int instalments() {
        return instalments;
    }

    /** Whether the bid has come to an end that a bid may have: refused or withdrawn without money, or closed and paid in full. */
    public boolean isWhole() {
        return ((status == BidStatus.REFUSED || status == BidStatus.WITHDRAWN) && award == Award.NONE)
                || (status == BidStatus.CLOSED && released == instalments);
    }

    /** Who decided at a screen, if it is one where somebody decides. */
    static Optional<Decision> decision(String screen) {
        return Optional.ofNullable(
                switch (screen) {
                    case "review" -> Decision.REVIEW;
                    case "ballot" -> Decision.REFERRAL;
                    case "release-approval" -> Decision.FINANCE;
                    case "march-acceptance", "october-acceptance" -> Decision.REPORT;
                    default -> null;
                });
    }
}
