package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.ui.CaseView;
import org.schoolcollab.shell.RefusalView;

/** The case page and what its lead may do there. */
class CaseViewTest extends BidScreen {

    @Test
    void theHistoryReadsAsSentences() {
        BidId bid = fixtures.submittedBid(HYTHE);

        navigate("bids/" + bid + "/case/history", CaseView.class);

        assertThat(text())
                .contains(
                        "Lead, Hythe Hub (demo) started the bid",
                        "Lead, Hythe Hub (demo) submitted the plan",
                        "16 June 2014, 10:00",
                        "Status: Being drafted, now In review",
                        "Amount requested: £0, now £21,000");
    }

    @Test
    void savesOfOnePersonInOneGoStandInOneLineThatOpensToTheSingleOnes() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.type(bid, "support", "First words");
        fixtures.type(bid, "support", "Other words");
        logIn.as("lead." + HYTHE);

        navigate("bids/" + bid + "/case/history", CaseView.class);

        assertThat(text())
                .contains("Lead, Hythe Hub (demo) saved the draft of the plan, 3 times", "Show the 3 saves")
                .contains("First words, now Other words");
        assertThat(find(NativeDetails.class).all()).hasSize(1);
    }

    @Test
    void theHistoryNamesFieldsOfThePlanAndWhatWasChosenInWords() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as("lead." + HYTHE);
        PlanFields now = plans.fields(bid);
        String activity = now.lines(PlanSection.ACTIVITIES).getFirst().id();
        String priority = now.lines(PlanSection.PRIORITIES).getFirst().id();
        drafting.change(
                bid,
                UUID.randomUUID(),
                List.of(
                        new PlanEdit.Type(
                                PlanSection.ACTIVITIES,
                                activity,
                                "priorities",
                                now.lines(PlanSection.ACTIVITIES).getFirst().field("priorities"),
                                priority),
                        new PlanEdit.Type(PlanSection.ACTIVITIES, activity, "from", "", "2014-09-01")));

        navigate("bids/" + bid + "/case/history", CaseView.class);

        assertThat(text())
                .contains(
                        "Activities 1, Priorities that it serves: 2 chosen, now 1 chosen",
                        "Activities 1, Begins: 1 September 2014")
                .doesNotContain(priority);
    }

    @Test
    void theLeadWithdrawsForAReason() {
        BidId bid = fixtures.submittedBid(HYTHE);
        navigate("bids/" + bid, CaseView.class);
        test(button("Withdraw the bid")).click();
        test(button("Withdraw the bid for good")).click();
        assertThat(field(TextArea.class, "Why it is withdrawn").isInvalid()).isTrue();

        test(field(TextArea.class, "Why it is withdrawn")).setValue("The lead school leaves");
        test(button("Withdraw the bid for good")).click();

        assertThat(jdbc.sql("select status from bid_bid").query(String.class).single())
                .isEqualTo("WITHDRAWN");
        assertThat(text()).contains("Withdrawn");
        assertThat(find(Button.class).withText("Withdraw the bid").exists()).isFalse();
    }

    @Test
    void onlyTheLeadIsOfferedToWorkOnThePlanOrToWithdraw() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as("adviser.south");

        navigate("bids/" + bid, CaseView.class);

        assertThat(text()).contains("Being drafted");
        assertThat(find(Button.class).withText("Work on the plan").exists()).isFalse();
        assertThat(find(Button.class).withText("Withdraw the bid").exists()).isFalse();
    }

    @Test
    void aForeignBidIsRefusedOnEveryPageAndRecorded() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as("lead.deal-learning-alliance");
        int before = refusals();

        navigate("bids/" + bid, RefusalView.class);
        navigate("bids/" + bid + "/case/history", RefusalView.class);
        navigate("bids/" + bid + "/plan", RefusalView.class);

        assertThat(refusals()).isEqualTo(before + 3);
        assertThat(text()).doesNotContain("Hythe");
    }

    @Test
    void aPlanThatIsNotWithItsLeadOpensToReadOnly() {
        BidId bid = fixtures.submittedBid(HYTHE);

        navigate("bids/" + bid + "/plan", CaseView.class);

        assertThat(text()).contains("In review");
    }
}
