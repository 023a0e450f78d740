package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.ui.CaseView;
import org.schoolcollab.bid.ui.LastRoundView;
import org.schoolcollab.bid.ui.PlanView;
import org.schoolcollab.shell.NotFoundView;
import org.schoolcollab.shell.RefusalView;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of the last round. */
class LastRoundViewTest extends BidScreen {

    @Autowired
    NextRound nextRound;

    private BidId afterAnAward() {
        fixtures.awardedBid(HYTHE);
        BidId bid = nextRound.draftBid(HYTHE);
        logIn.as("lead." + HYTHE);
        return bid;
    }

    private void lastRound(BidId bid) {
        navigate("bids/" + bid + "/last-round", LastRoundView.class);
    }

    private Checkbox box(String label) {
        return find(Checkbox.class).withLabel(label).single();
    }

    @Test
    void theLeadChoosesLinesAndFindsThemInThePlan() {
        BidId bid = afterAnAward();
        plan(bid);
        assertThat(text()).contains("Last round: its plan, money and results, to copy from");
        lastRound(bid);
        assertThat(text())
                .contains("Bid of 2014/15", "Awarded", "£21,000", "Nothing yet", "Not reported", "Hythe Hub school")
                .contains("A teaching school trains the moderators.", "All member schools in equal parts.");

        test(button("Copy what is chosen")).click();
        assertThat(text()).contains("Choose at least one line to copy.");
        test(box("Reading for pleasure")).click();
        test(box("Cover for joint observations")).click();
        test(button("Copy what is chosen")).click();

        assertThat(getCurrentView()).isInstanceOf(PlanView.class);
        assertThat(plans.draft(bid).priorities())
                .extracting(PlanDraft.Item::words)
                .containsExactly("Reading for pleasure");
        assertThat(plans.draft(bid).requested().format()).isEqualTo("£21,000");

        lastRound(bid);
        assertThat(text()).contains("Is in the new plan");
        assertThat(find(Checkbox.class).withLabel("Reading for pleasure").exists())
                .isFalse();
        test(button("Choose all")).click();
        test(button("Copy what is chosen")).click();
        assertThat(plans.draft(bid).activities()).hasSize(2);
        assertThat(plans.draft(bid).support()).isEqualTo("A teaching school trains the moderators.");
        lastRound(bid);
        assertThat(find(Button.class).withText("Copy what is chosen").exists()).isFalse();
    }

    @Test
    void targetsStartFromWhatWasReachedUnlessThatIsNotWanted() {
        fixtures.closedBid(HYTHE);
        BidId bid = nextRound.draftBid(HYTHE);
        logIn.as("lead." + HYTHE);
        lastRound(bid);
        assertThat(text()).contains("84.50: Met", "On track", "Every school takes part in joint observation.");

        assertThat(box("Start targets from what was reached last").getValue()).isTrue();
        test(box("Start targets from what was reached last")).click();
        test(box("Pupils at level 4 or above in writing, percent")).click();
        test(button("Copy what is chosen")).click();

        assertThat(plans.draft(bid).targets())
                .extracting(PlanDraft.Target::measure, PlanDraft.Target::baseline)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Pupils at level 4 or above in writing, percent", ""));
    }

    @Test
    void theAdviserReadsItFromTheCaseAndIsOfferedNothingToCopy() {
        BidId bid = afterAnAward();
        logIn.as("adviser.south");
        navigate("bids/" + bid, CaseView.class);
        assertThat(text()).contains("See the last round beside this plan");
        lastRound(bid);
        assertThat(text()).contains("Bid of 2014/15", "Cover for joint observations");
        assertThat(find(Checkbox.class).exists()).isFalse();
        assertThat(find(Button.class).withText("Copy what is chosen").exists()).isFalse();
    }

    @Test
    void saysThatThereIsNoEarlierBid() {
        BidId bid = fixtures.draftBid(HYTHE);
        logIn.as("lead." + HYTHE);
        navigate("bids/" + bid, CaseView.class);
        assertThat(text()).doesNotContain("See the last round beside this plan");
        lastRound(bid);
        assertThat(text()).contains("There is no earlier bid to show.");
        navigate("bids/" + bid + "/last-round/" + BidId.random(), NotFoundView.class);
    }

    @Test
    void aForeignLeadIsRefused() {
        BidId bid = afterAnAward();
        logIn.as("lead.deal-learning-alliance");
        navigate("bids/" + bid + "/last-round", RefusalView.class);
        assertThat(text()).doesNotContain("£21,000");
    }
}
