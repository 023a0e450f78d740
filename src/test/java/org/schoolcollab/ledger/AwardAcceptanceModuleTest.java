package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.board.BallotOpening;
import org.schoolcollab.board.BallotProposal;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.AcceptedShares.Part;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AwardAcceptanceModuleTest {

    private static final String SLUG = "hythe-hub";
    private static final String LEAD = "lead." + SLUG;

    @Autowired
    BallotOpening opening;

    @Autowired
    AwardAcceptance acceptance;

    @Autowired
    BudgetRelease release;

    @Autowired
    Virement virement;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    MoneyQueries money;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theLedgerHolds() {
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void theLeadAcceptsWithSharesAndFinanceMayRequest() {
        BidId bid = fixtures.agreedBid(SLUG);
        refused("finance.officer", () -> release.request(bid, 1), "error.ledger.acceptance.missing");

        logIn.run(LEAD, () -> acceptance.accept(bid, inTwo(offer(bid))));

        assertThat(logIn.as("auditor", () -> money.acceptance(bid))
                        .orElseThrow()
                        .by())
                .isEqualTo("Lead, Hythe Hub (demo)");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(actions(bid)).endsWith("ledger.accepted");
        assertThat(jdbc.sql("select pence from ledger_share order by number")
                        .query(Long.class)
                        .list())
                .containsExactly(1_400_000L, 700_000L);
        logIn.run("finance.officer", () -> release.request(bid, 1));
        logIn.run("finance.approver", () -> release.approve(bid, 1));
        assertThat(jdbc.sql("select amount_pence from ledger_release order by reference")
                        .query(Long.class)
                        .list())
                .containsExactly(840_000L, 420_000L);
    }

    @Test
    void theOfferHoldsTheMembersTheConditionsAndWhatTheRoundAsksFor() {
        BidId bid = fixtures.recommendedBid(SLUG);
        logIn.run(
                "chair.south",
                () -> opening.open(bid, new BallotProposal(Money.ofPounds(21_000), "Report each term", null)));
        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);

        AwardOffer offer = logIn.as(LEAD, () -> acceptance.open(bid));

        assertThat(offer.conditions()).isEqualTo("Report each term");
        assertThat(offer.schools()).hasSize(bids.get(bid).memberCount());
        assertThat(offer.schools().getFirst().lead()).isTrue();
        assertThat(offer.matchedAsked()).isEqualTo(Money.ofPounds(10_500));
        assertThat(offer.accepted()).isNull();
        logIn.run(LEAD, () -> acceptance.accept(bid, offer.allToLeadSchool()));
        assertThat(jdbc.sql("select conditions from ledger_acceptance")
                        .query(String.class)
                        .single())
                .isEqualTo("Report each term");
    }

    @Test
    void sharesHaveToAddUpToThePenny() {
        BidId bid = fixtures.agreedBid(SLUG);
        assertThat(problems(bid, offer -> shares(part(offer, 0, 2_099_999))))
                .extracting(Problem::messageKey)
                .containsExactly("error.ledger.acceptance.sharesUnder");
        assertThat(problems(bid, offer -> shares(part(offer, 0, 2_099_999), part(offer, 1, 2))))
                .extracting(Problem::messageKey)
                .containsExactly("error.ledger.acceptance.sharesOver");
        assertThat(problems(bid, offer -> new AcceptedShares(List.of(), List.of())))
                .extracting(Problem::field)
                .containsExactly("shares", "pledges");
        assertThat(jdbc.sql("select count(*) from ledger_acceptance")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatFinanceReducedMeanwhileIsAcceptedWithTheRest() {
        BidId bid = fixtures.agreedBid(SLUG);
        logIn.run(
                "finance.approver",
                () -> virement.reduce(bid, Money.ofPounds(1_000), "The schools need less", UUID.randomUUID()));
        assertThat(problems(bid, offer -> shares(part(offer, 0, 2_100_000))))
                .extracting(Problem::messageKey)
                .containsExactly("error.ledger.acceptance.sharesOver");

        logIn.run(LEAD, () -> acceptance.accept(bid, offer(bid).allToLeadSchool()));

        assertThat(jdbc.sql("select pence from ledger_share").query(Long.class).single())
                .isEqualTo(2_000_000L);
    }

    @Test
    void noShareIsNegativeNamedTwiceOrForAStranger() {
        BidId bid = fixtures.agreedBid(SLUG);
        assertThat(problems(bid, offer -> shares(part(offer, 0, 2_200_000), part(offer, 1, -100_000))))
                .extracting(Problem::messageKey)
                .containsExactly("error.ledger.acceptance.notPositive");
        assertThat(problems(bid, offer -> shares(part(offer, 0, 1_000_000), part(offer, 0, 1_100_000))))
                .extracting(Problem::messageKey)
                .containsExactly("error.ledger.acceptance.twice");
        assertThat(problems(
                        bid, offer -> shares(new Part(new EstablishmentId(UUID.randomUUID()), Money.ofPounds(21_000)))))
                .extracting(Problem::messageKey)
                .containsExactly("error.ledger.acceptance.notMember");
    }

    @Test
    void pledgesReachWhatTheRoundAsksForAndMayBeMore() {
        BidId bid = fixtures.agreedBid(SLUG);
        assertThat(problems(
                        bid,
                        offer -> new AcceptedShares(
                                List.of(part(offer, 0, 2_100_000)), List.of(part(offer, 1, 1_049_999)))))
                .extracting(Problem::messageKey)
                .containsExactly("error.ledger.acceptance.pledges");
        logIn.run(
                LEAD,
                () -> acceptance.accept(
                        bid,
                        new AcceptedShares(
                                List.of(part(offer(bid), 0, 2_100_000)),
                                List.of(part(offer(bid), 0, 1_000_000), part(offer(bid), 1, 60_000)))));
    }

    @Test
    void withoutMatchedFundingInTheRoundNoPledgeIsNeeded() {
        jdbc.sql("update programme_round set matched_funding_percent = 0").update();
        BidId bid = fixtures.agreedBid(SLUG);
        AwardOffer offer = logIn.as(LEAD, () -> acceptance.open(bid));
        assertThat(offer.matchedAsked()).isEqualTo(Money.ZERO);
        logIn.run(
                LEAD,
                () -> acceptance.accept(
                        bid, new AcceptedShares(offer.allToLeadSchool().shares(), List.of())));
    }

    @Test
    void isAcceptedOnceAndTheSecondIsToldByWhom() {
        BidId bid = fixtures.awardedBid(SLUG);
        refused(LEAD, () -> acceptance.accept(bid, offer(bid).allToLeadSchool()), "error.ledger.acceptance.already");
        refused(LEAD, () -> acceptance.decline(bid, "Too late"), "error.ledger.acceptance.already");
        assertThat(actions(bid)).containsOnlyOnce("ledger.accepted").doesNotContain("ledger.declined");
    }

    @Test
    void aDeclinedAwardGoesBackAndTheBidEnds() {
        BidId bid = fixtures.agreedBid(SLUG);
        assertThatThrownBy(() -> logIn.run(LEAD, () -> acceptance.decline(bid, "  ")))
                .isInstanceOf(ValidationFailed.class);

        logIn.run(LEAD, () -> acceptance.decline(bid, "Two schools have left"));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.WITHDRAWN);
        assertThat(jdbc.sql("select available_pence from ledger_envelope")
                        .query(Long.class)
                        .list())
                .containsOnly(40_000_000L);
        assertThat(actions(bid)).contains("ledger.declined", "bid.withdrawn", "ledger.returned");
        assertThatThrownBy(() ->
                        logIn.run(LEAD, () -> acceptance.accept(bid, offer(bid).allToLeadSchool())))
                .isInstanceOf(BidNotInStage.class);
    }

    @Test
    void anAcceptedAwardMayStillBeWithdrawnBeforeItsFirstRelease() {
        BidId bid = fixtures.awardedBid(SLUG);
        logIn.run(LEAD, () -> withdrawal.withdraw(bid, "The lead school closes"));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.WITHDRAWN);
    }

    @Test
    void nothingIsOfferedBeforeTheBoardHasAgreed() {
        BidId bid = fixtures.ballotOpen(SLUG);
        assertThatThrownBy(() -> logIn.as(LEAD, () -> acceptance.open(bid))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> logIn.run(LEAD, () -> acceptance.decline(bid, "No")))
                .isInstanceOf(BidNotInStage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.deal-learning-alliance", "head.hythe-hub", "chair.south", "finance.officer", "admin"})
    void othersNeitherReadNorAcceptNorDecline(String username) {
        BidId bid = fixtures.agreedBid(SLUG);
        AwardOffer offer = offer(bid);
        assertThatThrownBy(() -> logIn.as(username, () -> acceptance.open(bid))).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.run(username, () -> acceptance.accept(bid, offer.allToLeadSchool())))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.run(username, () -> acceptance.decline(bid, "No")))
                .isInstanceOf(AccessRefused.class);
    }

    private AwardOffer offer(BidId bid) {
        return logIn.as(LEAD, () -> acceptance.open(bid));
    }

    private static AcceptedShares inTwo(AwardOffer offer) {
        return shares(part(offer, 0, 1_400_000), part(offer, 1, 700_000), offer);
    }

    private static Part part(AwardOffer offer, int school, long pence) {
        return new Part(offer.schools().get(school).id(), Money.ofPence(pence));
    }

    private static AcceptedShares shares(Part one, Part two, AwardOffer offer) {
        return new AcceptedShares(List.of(one, two), offer.allToLeadSchool().pledges());
    }

    private static AcceptedShares shares(Part... parts) {
        return new AcceptedShares(List.of(parts), List.of());
    }

    /** What is wrong with an answer; where it names shares only, the pledges are those of the plan. */
    private List<Problem> problems(BidId bid, Function<AwardOffer, AcceptedShares> answer) {
        AwardOffer offer = offer(bid);
        AcceptedShares given = answer.apply(offer);
        AcceptedShares whole = given.pledges().isEmpty() && !given.shares().isEmpty()
                ? new AcceptedShares(given.shares(), offer.allToLeadSchool().pledges())
                : given;
        return catchThrowableOfType(ValidationFailed.class, () -> logIn.run(LEAD, () -> acceptance.accept(bid, whole)))
                .problems();
    }

    private void refused(String username, Runnable act, String key) {
        assertThatThrownBy(() -> logIn.run(username, act))
                .isInstanceOfSatisfying(
                        AcceptanceRefused.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by position")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}
