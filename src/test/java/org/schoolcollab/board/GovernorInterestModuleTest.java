package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcollab.admin.GovernorAdministration;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.ReportAcceptance;
import org.schoolcollab.review.Interest;
import org.schoolcollab.review.InterestRules;
import org.schoolcollab.review.InterestsFollowFromData;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever governs a member school judges nothing of its collaboration's bid: no vote, no review, no report, no release. */
@PortalTest
class GovernorInterestModuleTest extends BoardScenes {

    private static final String SLUG = "hythe-hub";
    private static final LocalDate LONG_AGO = LocalDate.of(2012, 9, 1);

    @Autowired
    GovernorAdministration governors;

    @Autowired
    InterestsFollowFromData interests;

    @Autowired
    PlanReview review;

    @Autowired
    BudgetRelease release;

    @Autowired
    ReportAcceptance acceptance;

    @Test
    void aGovernorOfAMemberSchoolIsNotOnTheBallotAndIsNamed() {
        BidId bid = fixtures.recommendedBid(SLUG);
        governs("board3.south", SLUG, LONG_AGO);

        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));

        assertThat(fixtures.voters(bid)).containsExactly("board2.south", "board4.south", "board5.south", "chair.south");
        refusal("board3.south", () -> voting.cast(bid, VoteChoice.APPROVE, ""), "error.board.interest.GOVERNOR");
        assertThat(logIn.as("chair.south", () -> board.state(bid)).orElseThrow().recused())
                .contains(new BallotState.Recused("Board member 3, South (demo)", Interest.GOVERNOR));
    }

    @Test
    void aVoteDoesNotCountOnceItsCasterIsAGovernor() {
        BidId bid = fixtures.ballotOpen(SLUG);
        vote(bid, VoteChoice.APPROVE, "board3.south", "board2.south");
        governs("board3.south", SLUG, LONG_AGO);

        vote(bid, VoteChoice.APPROVE, "board4.south", "board5.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(decision(bid)).containsEntry("approvals", 3).containsEntry("eligible", 4);
    }

    @ParameterizedTest
    @CsvSource({
        "2012-09-01,           , true",
        "2014-06-16, 2014-06-16, true",
        "2014-06-16,           , true",
        "2014-06-17,           , false",
        "2012-09-01, 2014-06-15, false"
    })
    void theInterestHoldsFromTheFirstDayToTheLast(LocalDate from, @Nullable LocalDate to, boolean interest) {
        BidId bid = fixtures.recommendedBid(SLUG);
        UUID tie = governs("board3.south", SLUG, from);
        if (to != null) {
            logIn.run("admin", () -> governors.end(tie, to));
        }

        assertThat(interests.of(person("board3.south"), bids.get(bid)).equals(java.util.Optional.of(Interest.GOVERNOR)))
                .isEqualTo(interest);
    }

    @Test
    void aGovernorOfAnotherSchoolIsFree() {
        BidId bid = fixtures.recommendedBid(SLUG);
        governs("board3.south", "deal-learning-alliance", LONG_AGO);

        assertThat(interests.of(person("board3.south"), bids.get(bid))).isEmpty();
    }

    @Test
    void aGovernorOfASchoolInTheSameTrustAsAMemberHasAnInterest() {
        BidId bid = fixtures.recommendedBid(SLUG);
        governs("board3.south", "deal-learning-alliance", LONG_AGO);
        governs("adviser.south", "deal-learning-alliance", LONG_AGO);
        jdbc.sql("""
                        update establishment_school set trust = 'Shared Trust' where id in (
                          select school_id from collaboration_member m join collaboration_collaboration c on c.id = m.collaboration_id
                          where c.slug in (?, 'deal-learning-alliance'))""").param(SLUG).update();

        assertThat(interests.of(person("board3.south"), bids.get(bid))).contains(Interest.SAME_TRUST);
        assertThat(interests.of(person("adviser.south"), bids.get(bid)).filter(InterestRules::keepsFromReviewing))
                .contains(Interest.SAME_TRUST);
    }

    @Test
    void theDemoHasAGovernor() {
        BidId bid = fixtures.recommendedBid("ashford-rural-schools-hub");

        assertThat(interests.of(person("board5.south"), bids.get(bid))).contains(Interest.GOVERNOR);
    }

    @Test
    void anAdviserWhoGovernsAMemberSchoolDoesNotReviewTheBid() {
        BidId bid = fixtures.submittedBid(SLUG);
        governs("adviser.south", SLUG, LONG_AGO);

        refusal("adviser.south", () -> review.draft(bid), "error.review.interest.GOVERNOR");
    }

    @Test
    void anAdviserWhoGovernsAMemberSchoolDoesNotAcceptItsReport() {
        BidId bid = fixtures.marchSubmitted(SLUG);
        governs("adviser.south", SLUG, LONG_AGO);

        refusal("adviser.south", () -> acceptance.accept(bid, Kind.MARCH), "error.outcome.adviserInvolved");
    }

    @Test
    void whoGovernsAMemberSchoolNeitherRequestsNorApprovesItsMoney() {
        BidId bid = fixtures.awardedBid(SLUG);
        UUID tie = governs("finance.officer", SLUG, LONG_AGO);
        refusal("finance.officer", () -> release.request(bid, 1), "error.ledger.governs");
        logIn.run("admin", () -> governors.end(tie, LocalDate.of(2014, 6, 15)));
        logIn.run("finance.officer", () -> release.request(bid, 1));
        governs("finance.approver", SLUG, LONG_AGO);

        refusal("finance.approver", () -> release.approve(bid, 1), "error.ledger.governs");
        refusal("finance.approver", () -> release.reject(bid, 1, "wrong"), "error.ledger.governs");
        assertThat(jdbc.sql("select count(*) from ledger_release")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** @return the tie of a person to the third school of this collaboration */
    private UUID governs(String username, String slug, LocalDate from) {
        EstablishmentId school =
                EstablishmentId.of(headOf("head." + slug).scope().key());
        return logIn.as("admin", () -> {
            governors.add(person(username), school, from);
            return governors.of(person(username)).stream()
                    .filter(tie -> tie.school().equals(school))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }
}
