package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.attachment.AttachedFiles;
import org.schoolcollab.bid.ui.CaseView;
import org.schoolcollab.bid.ui.PlanPrintView;
import org.schoolcollab.bid.ui.PlanView;
import org.schoolcollab.bid.ui.RevisionsView;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.NotFoundView;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a plan's revisions. */
class RevisionsViewTest extends BidScreen {

    @Autowired
    PortalClock clock;

    @Autowired
    AttachedFiles files;

    @Autowired
    BidSubmission submission;

    private BidId changed() {
        BidId bid = fixtures.changedAfterReturn(HYTHE);
        logIn.as("lead." + HYTHE);
        return bid;
    }

    @Autowired
    SchoolShares shares;

    @Test
    void thePlanLeadsToItsRevisions() {
        BidId bid = fixtures.submittedBid(HYTHE);
        navigate("bids/" + bid, CaseView.class);
        assertThat(text()).contains("Compare revisions of the plan");

        navigate("bids/" + bid + "/revisions", RevisionsView.class);
        assertThat(text()).contains("Revision 1 as submitted, 16 June 2014", "The two hold the same.");
    }

    @Test
    void aDraftThatWasNeverSubmittedHasNone() {
        BidId bid = fixtures.completeDraft(HYTHE);
        navigate("bids/" + bid + "/revisions", RevisionsView.class);
        assertThat(text()).contains("Nothing was kept yet.");
    }

    @Test
    void saysFieldByFieldWhatDiffersAndAmountsByHowMuch() {
        BidId bid = changed();
        navigate("bids/" + bid + "/revisions/1/0", RevisionsView.class);
        assertThat(text()).contains("£22,000 (£1,000 more)", "£11,000 (£500 more)", "Help from a Teaching School");
    }

    @Test
    void linksAreSaidByTheNamesOfTheirLinesAndSharesByThoseOfTheSchools() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.run("adviser.south", () -> review.returnForChanges(bid, ReviewDraft.returning("Link them")));
        clock.advance(Duration.ofHours(1));
        logIn.run("lead." + HYTHE, () -> {
            PlanFields now = drafting.open(bid).fields();
            drafting.change(
                    bid,
                    UUID.randomUUID(),
                    List.of(
                            new PlanEdit.Type(
                                    PlanSection.ACTIVITIES,
                                    now.lines(PlanSection.ACTIVITIES).getLast().id(),
                                    "priorities",
                                    now.lines(PlanSection.ACTIVITIES).getLast().field("priorities"),
                                    now.lines(PlanSection.PRIORITIES).getLast().id()),
                            new PlanEdit.Type(
                                    PlanSection.BUDGET,
                                    now.lines(PlanSection.BUDGET).getFirst().id(),
                                    "amount",
                                    "21000",
                                    "22000"),
                            new PlanEdit.Type(
                                    PlanSection.TARGETS,
                                    now.lines(PlanSection.TARGETS).getFirst().id(),
                                    "schools",
                                    "",
                                    plans.outline(bid).schools().get(1).id().toString())));
        });
        fixtures.type(bid, "matchedAmount", "11000");
        fixtures.answerAndSubmit(bid, HYTHE);
        logIn.as("adviser.south");

        navigate("bids/" + bid + "/revisions", RevisionsView.class);

        assertThat(text())
                .contains("Activity “Paired reading between schools”", "Reading for pleasure")
                .containsPattern("Schools that it is about\\s+Hythe Hub school 2 \\(demo\\)")
                .contains("Schools: share and matched funding", "Hythe Hub school 1 (demo)", "Share of the money");

        navigate("bids/" + bid + "/case/plan", CaseView.class);
        test(field(Checkbox.class, "Mark what changed since revision 1")).click();
        assertThat(text()).contains("Changes since revision 1, submitted on", "£22,000 (£1,000 more)");
        assertThat(elements(((Component) getCurrentView()).getElement(), "ins")).isPositive();
        navigate("bids/" + bid + "/plan/print/changes", PlanPrintView.class);
        assertThat(text()).contains("Without marks", "£22,000 (£1,000 more)");

        review.returnForChanges(bid, ReviewDraft.returning("Once more"));
        logIn.as("lead." + HYTHE);
        navigate("bids/" + bid + "/revisions/2/2", RevisionsView.class);
        test(find(Button.class).withText("Use as draft").all().getLast()).click();
        assertThat(text())
                .contains("£21,000 (£1,000 less)", "The schools’ shares and consents stay as they are.")
                .doesNotContain("Share of the money");
    }

    @Test
    void filesThatCameOrWentAreNamedAndThoseOfASubmittedRevisionOpen() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        UUID letter = logIn.as("lead." + HYTHE, () -> {
            UUID file = files.add(bid, "Letter.pdf", "As it was");
            submission.submit(bid);
            return file;
        });
        logIn.run("adviser.south", () -> review.returnForChanges(bid, ReviewDraft.returning("Another letter")));
        logIn.run("lead." + HYTHE, () -> {
            files.remove(letter);
            files.add(bid, "Letter, signed.pdf", "As it is");
        });
        logIn.as("adviser.south");

        navigate("bids/" + bid + "/revisions/1/0", RevisionsView.class);

        assertThat(text())
                .containsPattern("Letter.pdf .*Lead, Hythe Hub \\(demo\\), 16 June 2014, 10:00 +There +Not there")
                .containsPattern("Letter, signed.pdf .*16 June 2014, 10:00 +Not there +There");
        assertThat(find(Anchor.class).withText("Letter.pdf").all())
                .as("where it went, and with both revisions that had it")
                .hasSize(3)
                .allMatch(link -> link.getElement().hasAttribute("download"));
    }

    @Test
    void aSchoolThatWasTakenOutTakesNoPart() {
        BidId bid = changed();
        logIn.run(
                "lead." + HYTHE,
                () -> shares.takeOut(bid, shares.open(bid).schools().getLast().id(), "It joins next year"));

        navigate("bids/" + bid + "/revisions/1/0", RevisionsView.class);

        assertThat(text())
                .containsPattern(
                        "Hythe Hub school 7 \\(demo\\) +Share £[0-9,.]+, matched funding £[0-9,.]+ +Takes no part");
    }

    @Test
    @SuppressWarnings("unchecked")
    void anotherChoiceHasAnAddressOfItsOwn() {
        BidId bid = changed();
        navigate("bids/" + bid + "/revisions", RevisionsView.class);
        Select<Integer> later = find(Select.class).withLabel("Later").single();
        later.setValue(PlanRevisions.NOW);
        assertThat(text()).contains("(£1,000 more)");
    }

    @Test
    void theLeadTakesAnEarlierRevisionUpAgain() {
        BidId bid = changed();
        navigate("bids/" + bid + "/revisions", RevisionsView.class);
        test(find(Button.class).withText("Use as draft").all().getLast()).click();
        assertThat(text()).contains("£21,000 (£1,000 less)");
        test(button("Use the revision for £21,000")).click();

        assertThat(getCurrentView()).isInstanceOf(PlanView.class);
        assertThat(plans.draft(bid).requested().format()).isEqualTo("£21,000");
    }

    @Test
    void nobodyElseIsOfferedThat() {
        BidId bid = changed();
        logIn.as("adviser.south");
        navigate("bids/" + bid + "/revisions", RevisionsView.class);
        assertThat(text()).contains("All that was kept");
        assertThat(find(Button.class).withText("Use as draft").exists()).isFalse();
    }

    @Test
    void anAddressOfWhatWasNotKeptIsNotFound() {
        BidId bid = changed();
        navigate("bids/" + bid + "/revisions/1/99", NotFoundView.class);
        assertThat(text()).doesNotContain("£22,000");
    }
}
