package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.LastRound.Beside;
import org.schoolcollab.bid.LastRound.Copied;
import org.schoolcollab.bid.LastRound.Earlier;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.domain.CopyForward;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.ValidationFailed;
import org.springframework.beans.factory.annotation.Autowired;

/** An earlier round's bid beside the new one, and what is copied from it. */
class LastRoundModuleTest extends BidScene {

    private static final String LEAD = "lead." + HYTHE;

    @Autowired
    LastRound lastRound;

    @Autowired
    NextRound nextRound;

    private Set<LinePlace> all(BidId earlier) {
        Set<LinePlace> places = new HashSet<>();
        PlanFields plan = plans.fields(earlier);
        CopyForward.SECTIONS.forEach(section ->
                plan.lines(section).forEach(line -> places.add(new LinePlace(section, line.id()))));
        return places;
    }

    @Test
    void showsPlanMoneySharesAndResultsAndStartsTheNewPlanFromThem() {
        BidId earlier = fixtures.closedBid(HYTHE);
        BidId bid = nextRound.draftBid(HYTHE);

        Earlier shown = shown(bid);
        assertThat(shown.bid().agreed()).isEqualTo(Money.ofPounds(21_000));
        assertThat(shown.released()).isEqualTo(Money.ofPounds(21_000));
        assertThat(shown.returned()).isEqualTo(Money.ZERO);
        assertThat(shown.plan().schools().stream().map(MemberSchool::share).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ofPounds(21_000));
        assertThat(shown.results().values())
                .extracting(ReportedResults.Result::verdictKey, ReportedResults.Result::figure)
                .containsExactlyInAnyOrder(
                        tuple("enum.Progress.ON_TRACK", ""),
                        tuple("enum.Progress.ON_TRACK", ""),
                        tuple("enum.Verdict.MET", "84.50"));

        Copied copied = logIn.as(LEAD, () -> lastRound.copy(bid, earlier, all(earlier), true));

        assertThat(copied).isEqualTo(new Copied(6, 0, 0, PlanSection.PRIORITIES));
        PlanFields draft = plans.fields(bid);
        Line target = draft.lines(PlanSection.TARGETS).getFirst();
        assertThat(target.field("baseline")).isEqualTo("84.50");
        assertThat(target.field("source")).isEqualTo("October report of 2014/15");
        assertThat(target.field("baselineOn")).isEqualTo("2015-07-31");
        assertThat(target.field("value") + target.field("by")).isEmpty();
        assertThat(draft.lines(PlanSection.BUDGET))
                .extracting(line -> line.field("amount"))
                .containsExactly("21000");
        assertThat(plans.fields(earlier).find(PlanSection.TARGETS, target.id())).isEmpty();
        assertThat(queriesAs(bid).requested()).isEqualTo(Money.ofPounds(21_000));
        assertThat(actions(bid)).endsWith("bid.planSaved", "bid.copiedForward");
    }

    private Earlier shown(BidId bid) {
        return Objects.requireNonNull(
                logIn.as(LEAD, () -> lastRound.open(bid, null)).shown());
    }

    private BidSummary queriesAs(BidId bid) {
        return logIn.as(LEAD, () -> queries.summary(bid));
    }

    @Test
    void copyingAgainAddsNothingAndKeepsWhatWasChangedSince() {
        BidId earlier = fixtures.submittedBid(HYTHE);
        BidId bid = nextRound.draftBid(HYTHE);
        logIn.run(LEAD, () -> lastRound.copy(bid, earlier, all(earlier), false));
        Line own = plans.fields(bid).lines(PlanSection.PRIORITIES).getLast();
        logIn.run(
                LEAD,
                () -> drafting.change(
                        bid,
                        UUID.randomUUID(),
                        List.of(new PlanEdit.Type(
                                PlanSection.PRIORITIES, own.id(), "words", own.field("words"), "Reading aloud"))));
        PlanFields before = plans.fields(bid);

        Copied again = logIn.as(LEAD, () -> lastRound.copy(bid, earlier, all(earlier), false));

        assertThat(again).isEqualTo(new Copied(0, 6, 0, null));
        assertThat(plans.fields(bid)).isEqualTo(before);
        assertThat(logIn.as(LEAD, () -> lastRound.open(bid, null)).there()).hasSize(6);
    }

    @Test
    void whatWasTakenOutSinceIsSaidAndComesBackWhenChosenAgain() {
        BidId earlier = fixtures.submittedBid(HYTHE);
        BidId bid = nextRound.draftBid(HYTHE);
        LinePlace money = all(earlier).stream()
                .filter(place -> place.section() == PlanSection.BUDGET)
                .findFirst()
                .orElseThrow();
        logIn.run(LEAD, () -> lastRound.copy(bid, earlier, Set.of(money), false));
        Line copied = plans.fields(bid).lines(PlanSection.BUDGET).getFirst();
        logIn.run(
                LEAD,
                () -> drafting.change(
                        bid,
                        UUID.randomUUID(),
                        List.of(new PlanEdit.Remove(PlanSection.BUDGET, copied.id(), copied.fields()))));
        assertThat(logIn.as(LEAD, () -> lastRound.open(bid, null)).removed()).containsExactly(money);

        logIn.run(LEAD, () -> lastRound.copy(bid, earlier, Set.of(money), false));

        assertThat(plans.fields(bid).lines(PlanSection.BUDGET)).containsExactly(copied);
    }

    @Test
    void theEarlierPlanIsTheOneThatWasSubmittedLast() {
        BidId earlier = fixtures.changedAfterReturn(HYTHE);
        BidId bid = nextRound.draftBid(HYTHE);

        Earlier shown = shown(bid);

        assertThat(shown.bid().id()).isEqualTo(earlier);
        assertThat(shown.plan().plan().lines(PlanSection.BUDGET))
                .extracting(line -> line.field("amount"))
                .containsExactly("21000");
    }

    @Test
    void aBidThatWasNeverSubmittedIsNoHistory() {
        fixtures.completeDraft(HYTHE);
        BidId bid = nextRound.draftBid(HYTHE);
        Beside beside = logIn.as(LEAD, () -> lastRound.open(bid, null));
        assertThat(beside.shown()).isNull();
        assertThat(beside.earlier()).isEmpty();
    }

    @Test
    void onlyTheLeadCopiesAndOnlyFromTheSameCollaborationIntoADraft() {
        BidId earlier = fixtures.submittedBid(HYTHE);
        BidId foreign = fixtures.submittedBid("deal-learning-alliance");
        BidId bid = nextRound.draftBid(HYTHE);
        Set<LinePlace> chosen = all(earlier);

        assertThatThrownBy(() -> logIn.as(LEAD, () -> lastRound.copy(bid, foreign, all(foreign), true)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> logIn.as(LEAD, () -> lastRound.copy(bid, earlier, Set.of(), true)))
                .isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(
                        () -> logIn.as("lead.deal-learning-alliance", () -> lastRound.copy(bid, earlier, chosen, true)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as("adviser.south", () -> lastRound.copy(bid, earlier, chosen, true)))
                .isInstanceOf(AccessRefused.class);
        logIn.run(LEAD, () -> withdrawal.withdraw(bid, "Not this year"));
        assertThatThrownBy(() -> logIn.as(LEAD, () -> lastRound.copy(bid, earlier, chosen, true)))
                .isInstanceOf(BidNotInStage.class);
        assertThat(plans.fields(bid).lines()).isEmpty();
    }

    @Test
    void whoeverReadsTheBidReadsOfTheEarlierOnesWhatTheyMayReadByThemselves() {
        fixtures.submittedBid(HYTHE);
        BidId bid = nextRound.draftBid(HYTHE);
        assertThat(logIn.as("adviser.south", () -> lastRound.exists(bid))).isTrue();
        assertThat(logIn.as("head." + HYTHE, () -> lastRound.exists(bid))).isTrue();
        // Its collaboration has moved to another district since: the adviser of that one did not see the bid of then.
        jdbc.sql("update bid_bid set district_code = 'thanet', area_code = 'EAST' where id = ?")
                .param(bid.toString())
                .update();
        assertThat(logIn.as("adviser.east", () -> lastRound.open(bid, null)).shown())
                .isNull();
        assertThatThrownBy(() -> logIn.as("adviser.south", () -> lastRound.open(bid, null)))
                .isInstanceOf(AccessRefused.class);
    }
}
