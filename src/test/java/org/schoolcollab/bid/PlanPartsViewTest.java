package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.ui.BidsView;
import org.schoolcollab.bid.ui.CaseView;
import org.schoolcollab.bid.ui.PartsView;
import org.schoolcollab.bid.ui.PlanView;
import org.schoolcollab.bid.ui.SkillsView;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.MoneyField;
import org.springframework.beans.factory.annotation.Autowired;

/** Links, dates and costs of a plan, and the skills audit: saved by themselves, by several people at once. */
class PlanPartsViewTest extends BidScreen {

    private static final String CHECK = "Check links, dates and costs";

    @Autowired
    PlanParts parts;

    @Autowired
    BidSubmission submission;

    private void parts(BidId bid) {
        navigate("bids/" + bid + "/parts", PartsView.class);
    }

    private void skills(BidId bid) {
        navigate("bids/" + bid + "/skills", SkillsView.class);
    }

    private <T extends com.vaadin.flow.component.Component> T first(Class<T> type, String label) {
        return find(type).withLabel(label).all().getFirst();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<String> several(String label) {
        return first(MultiSelectComboBox.class, label);
    }

    @SuppressWarnings("unchecked")
    private Select<String> select(String label) {
        return first(Select.class, label);
    }

    private Line line(BidId bid, PlanSection section) {
        return plans.fields(bid).lines(section).getFirst();
    }

    /** What somebody else does meanwhile. */
    private void save(BidId bid, PlanEdit... edits) {
        assertThat(drafting.change(bid, UUID.randomUUID(), List.of(edits)).conflicts())
                .isEmpty();
    }

    private static PlanEdit.Type typed(Line line, String field, String text) {
        return new PlanEdit.Type(line.section(), line.id(), field, line.field(field), text);
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    private String summary() {
        return find(ErrorSummary.class).single().getElement().getTextRecursively();
    }

    @Test
    void eachLinkDateAndCostIsSavedByItself() {
        BidId bid = fixtures.completeDraft(HYTHE);
        parts(bid);
        assertThat(text()).contains("Shared development days", "Paired reading between schools");
        String teaching = line(bid, PlanSection.PRIORITIES).id();

        several("Priorities that it serves").setValue(Set.of(teaching));
        test(first(DatePicker.class, "Begins")).setValue(LocalDate.of(2014, 9, 1));
        test(first(DatePicker.class, "Ends")).setValue(LocalDate.of(2015, 5, 31));
        test(first(MoneyField.class, "Cost")).setValue("12,000");

        Line activity = line(bid, PlanSection.ACTIVITIES);
        assertThat(activity.field("priorities")).isEqualTo(teaching);
        assertThat(activity.field("from")).isEqualTo("2014-09-01");
        assertThat(activity.field("cost")).isEqualTo("12,000");
        assertThat(text()).contains("Saved at 10:00. Everything that you typed is kept.");
        assertThat(jdbc.sql("""
                                select details from audit_record where action = 'bid.planSaved' and bid_id = ?
                                order by id desc limit 1""").param(bid.toString()).query(String.class).single())
                .contains("activities 1 cost", "12,000");
        UI.getCurrent().navigate("bids/" + bid + "/case/plan");
        assertThat(text())
                .contains("Activities: priorities, dates and cost", "1 September 2014", "31 May 2015", "£12,000");
    }

    @Test
    void withSeveralPrioritiesEachIsChosenForAnActivityAndATarget() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        String teaching = line(bid, PlanSection.PRIORITIES).id();
        save(bid, typed(line(bid, PlanSection.TARGETS), "priorities", teaching));
        String asked =
                "Choose the priority “Reading for pleasure” for a target: each priority needs at least one outcome for pupils in numbers";
        navigate("bids/" + bid + "/plan", PlanView.class);
        test(button("Check and submit")).click();
        assertThat(summary()).contains(asked, "(under “Links, dates and costs”)");
        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(ValidationFailed.class);

        parts(bid);
        test(button(CHECK)).click();
        assertThat(summary()).contains(asked);
        @SuppressWarnings("unchecked")
        MultiSelectComboBox<String> ofTarget = find(MultiSelectComboBox.class)
                .withLabel("Priorities that it serves")
                .all()
                .getLast();
        ofTarget.setValue(new LinkedHashSet<>(plans.fields(bid).lines(PlanSection.PRIORITIES).stream()
                .map(Line::id)
                .toList()));

        assertThat(find(ErrorSummary.class).all()).isEmpty();
        assertThat(submission.gaps(bid)).isEmpty();
    }

    @Test
    void twoTextsForOneCostAreBothShownAndThePersonChooses() {
        BidId bid = fixtures.completeDraft(HYTHE);
        parts(bid);
        save(bid, typed(line(bid, PlanSection.ACTIVITIES), "cost", "100"));

        test(first(MoneyField.class, "Cost")).setValue("200");

        assertThat(text()).contains("Lead, Hythe Hub (demo) saved another text here, 16 June 2014, 10:00", "£100");
        assertThat(first(MoneyField.class, "Cost").getValue()).isEqualTo("200");
        assertThat(line(bid, PlanSection.ACTIVITIES).field("cost")).isEqualTo("100");
        test(button(CHECK)).click();
        assertThat(summary()).contains("Some of the plan is not saved yet");

        test(button("Keep mine")).click();

        assertThat(line(bid, PlanSection.ACTIVITIES).field("cost")).isEqualTo("200");
        assertThat(text()).doesNotContain("saved another text here");
    }

    @Test
    void twoChoicesOfPrioritiesAreShownByTheirWords() {
        BidId bid = fixtures.completeDraft(HYTHE);
        parts(bid);
        List<String> priorities = plans.fields(bid).lines(PlanSection.PRIORITIES).stream()
                .map(Line::id)
                .toList();
        save(bid, typed(line(bid, PlanSection.ACTIVITIES), "priorities", priorities.getFirst()));

        several("Priorities that it serves").setValue(Set.of(priorities.get(1)));
        assertThat(text()).contains("saved another text here", "Improve teaching and learning");
        test(button("Take the other text")).click();

        assertThat(several("Priorities that it serves").getValue()).containsExactly(priorities.getFirst());
        assertThat(line(bid, PlanSection.ACTIVITIES).field("priorities")).isEqualTo(priorities.getFirst());
    }

    @Test
    void aLinkToALineWhoseWordsAreBeingTypedAnewStays() {
        BidId bid = fixtures.completeDraft(HYTHE);
        Line own = plans.fields(bid).lines(PlanSection.PRIORITIES).getLast();
        String teaching = line(bid, PlanSection.PRIORITIES).id();
        save(bid, typed(line(bid, PlanSection.ACTIVITIES), "priorities", own.id()));
        parts(bid);
        save(bid, typed(own, "words", ""));
        poll();
        assertThat(several("Priorities that it serves").getValue()).isEmpty();

        several("Priorities that it serves").setValue(Set.of(teaching));

        assertThat(PlanField.several(line(bid, PlanSection.ACTIVITIES).field("priorities")))
                .containsExactlyInAnyOrder(teaching, own.id());
        save(bid, new PlanEdit.Type(PlanSection.PRIORITIES, own.id(), "words", "", "Numbers"));
        poll();
        assertThat(several("Priorities that it serves").getValue()).containsExactlyInAnyOrder(teaching, own.id());
    }

    @Test
    void whatOthersSavedAppearsWithTheLinesThatCameAndWent() {
        BidId bid = fixtures.completeDraft(HYTHE);
        parts(bid);
        Line activity = line(bid, PlanSection.ACTIVITIES);
        Line target = line(bid, PlanSection.TARGETS);
        String priority = UUID.randomUUID().toString();
        save(
                bid,
                typed(activity, "cost", "300"),
                new PlanEdit.Remove(PlanSection.TARGETS, target.id(), target.fields()),
                new PlanEdit.Add(PlanSection.PRIORITIES, priority, PlanEdit.FIRST, Map.of("words", "Chess")),
                new PlanEdit.Add(
                        PlanSection.ACTIVITIES,
                        UUID.randomUUID().toString(),
                        PlanEdit.FIRST,
                        Map.of("words", "Chess club", "priorities", priority)));

        poll();

        assertThat(find(MoneyField.class).withLabel("Cost").all())
                .extracting(MoneyField::getValue)
                .contains("300");
        assertThat(text()).contains("Chess club", "Nothing here yet. Add it to the plan first.");
        assertThat(several("Priorities that it serves").getValue()).containsExactly(priority);
        assertThat(several("Priorities that it serves").getItemLabelGenerator().apply(priority))
                .isEqualTo("Chess");
    }

    @Test
    void aLineThatSomebodyRemovedUnderOnesHandsCanBePutBackWithAllThatItHeld() {
        BidId bid = fixtures.completeDraft(HYTHE);
        parts(bid);
        Line target = line(bid, PlanSection.TARGETS);
        save(bid, new PlanEdit.Remove(PlanSection.TARGETS, target.id(), target.fields()));

        test(first(TextField.class, "Where the value now is from")).setValue("Results of 2013");
        assertThat(text()).contains("Lead, Hythe Hub (demo) removed this line");
        test(button("Put the line back")).click();

        assertThat(line(bid, PlanSection.TARGETS)).satisfies(back -> {
            assertThat(back.id()).isEqualTo(target.id());
            assertThat(back.field("source")).isEqualTo("Results of 2013");
            assertThat(back.field("measure")).isEqualTo(target.field("measure"));
        });
    }

    @Test
    void whatIsImplausibleIsAskedAboutAtOnceAtItsFieldAndAtTheSubmission() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        save(bid, typed(line(bid, PlanSection.TARGETS), "value", "184.5"));
        assertThat(submission.gaps(bid)).extracting(Problem::messageKey).containsExactly("error.bid.parts.percent");

        parts(bid);
        TextField why = field(TextField.class, "Why an unusual value is right");
        assertThat(why.getErrorMessage()).contains("Can 184.5 percent be right?");
        test(first(DatePicker.class, "Begins")).setValue(LocalDate.of(2014, 9, 1));
        test(first(DatePicker.class, "Ends")).setValue(LocalDate.of(2014, 8, 1));
        assertThat(first(DatePicker.class, "Ends").getErrorMessage()).contains("on or after 1 September 2014");
        test(first(DatePicker.class, "Ends")).setValue(LocalDate.of(2014, 10, 1));
        assertThat(first(DatePicker.class, "Ends").isInvalid()).isFalse();
        test(why).setValue("Pupils are counted twice");

        assertThat(why.isInvalid()).isFalse();
        assertThat(submission.gaps(bid)).isEmpty();
        test(button(CHECK)).click();
        assertThat(find(ErrorSummary.class).all()).isEmpty();
    }

    @Test
    void aTargetTakesItsMeasureFromTheListOfTheRound() {
        BidId bid = fixtures.completeDraft(HYTHE);
        parts(bid);

        select("Measure of the round's list, if it is one").setValue("Absence, percent of sessions");

        // Less is better there, and the plan wants more.
        assertThat(text()).contains("Less is better here, and the target 84.5 is not below the value now, 78");
    }

    @Test
    void aTargetAboutNamedSchoolsNamesMembersOfTheBid() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        parts(bid);
        assertThat(find(MultiSelectComboBox.class)
                        .withLabel("Schools that it is about")
                        .all())
                .as("only where they are wanted")
                .isEmpty();

        select("Whom it is about").setValue("NAMED_SCHOOLS");
        test(button(CHECK)).click();
        assertThat(summary()).contains("the schools that “Pupils at level 4 or above in writing, percent” is about");
        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(ValidationFailed.class);
        List<MemberSchool> members = parts.open(bid).schools();
        String first = members.getFirst().id().toString();
        String second = members.get(1).id().toString();
        several("Schools that it is about").setValue(Set.of(first, second));

        assertThat(find(ErrorSummary.class).all()).isEmpty();
        assertThat(line(bid, PlanSection.TARGETS).field("schools")).isEqualTo(first + " " + second);
        assertThat(submission.gaps(bid)).isEmpty();
        assertThat(plans.plan(bid).targets().getFirst().about())
                .isEqualTo("Year 6 of all member schools, Hythe Hub school 1 (demo), Hythe Hub school 2 (demo)");
    }

    @Test
    void aSchoolThatLeftTheBidIsSeenAndCanBeTakenOutOfTheTarget() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        String member = parts.open(bid).schools().getFirst().id().toString();
        String stranger = logIn.as(
                "lead.deal-learning-alliance",
                () -> parts.open(fixtures.draftBid("deal-learning-alliance"))
                        .schools()
                        .getFirst()
                        .id()
                        .toString());
        logIn.as("lead." + HYTHE);
        Line target = line(bid, PlanSection.TARGETS);
        save(bid, typed(target, "group", "NAMED_SCHOOLS"), typed(target, "schools", member + " " + stranger));
        assertThat(submission.gaps(bid)).extracting(Problem::messageKey).containsExactly("error.bid.parts.schoolGone");
        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(ValidationFailed.class);

        parts(bid);
        MultiSelectComboBox<String> schools = several("Schools that it is about");
        assertThat(schools.getErrorMessage()).contains("one of them is no member of the bid any more");
        assertThat(schools.getItemLabelGenerator().apply(stranger))
                .isEqualTo("Deal Learning Alliance school 1 (demo) (no member any more)");
        schools.setValue(Set.of(member));

        assertThat(schools.isInvalid()).isFalse();
        assertThat(submission.gaps(bid)).isEmpty();
    }

    @Test
    void supportFromOutsideNamesItsKindOfProvider() {
        BidId bid = fixtures.completeDraft(HYTHE);
        parts(bid);
        test(button("Add support from outside")).click();
        test(field(TextField.class, "What is commissioned")).setValue("Moderation training");
        assertThat(select("Kind of provider").isInvalid())
                .as("it may still come")
                .isFalse();
        test(button(CHECK)).click();
        assertThat(summary()).contains("Choose from whom it is commissioned");
        assertThat(select("Kind of provider").isInvalid()).isTrue();

        select("Kind of provider").setValue("TEACHING_SCHOOL");

        assertThat(find(ErrorSummary.class).all()).isEmpty();
        assertThat(line(bid, PlanSection.SUPPORT).field("provider")).isEqualTo("TEACHING_SCHOOL");
        UI.getCurrent().navigate("bids/" + bid + "/case/plan");
        assertThat(text()).contains("Commissioned support", "Moderation training", "Teaching School");
        parts(bid);
        test(button("Remove support 1")).click();
        assertThat(plans.fields(bid).lines(PlanSection.SUPPORT)).isEmpty();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void theSkillsAuditShowsWhoCanHelpWhom() {
        BidId bid = fixtures.completeDraft(HYTHE);
        skills(bid);
        assertThat(text()).contains("No school has named a need yet.");
        List<MultiSelectComboBox> strong =
                find(MultiSelectComboBox.class).withLabel("Strong in").all();
        List<MultiSelectComboBox> needs =
                find(MultiSelectComboBox.class).withLabel("Needs help with").all();
        strong.getFirst().setValue(Set.of("attendance"));
        needs.get(1).setValue(Set.of("attendance", "behaviour"));

        assertThat(text())
                .contains(
                        "Improve attendance",
                        "Good behaviour for learning",
                        "None inside the collaboration",
                        "Saved at 10:00");
        assertThat(SkillsMatch.of(
                        plans.fields(bid),
                        parts.open(bid).themes().keySet(),
                        parts.open(bid).schools().stream()
                                .collect(Collectors.toMap(MemberSchool::id, MemberSchool::name))))
                .extracting(SkillsMatch::theme, SkillsMatch::strong, SkillsMatch::needing)
                .containsExactly(
                        tuple("behaviour", List.of(), List.of("Hythe Hub school 2 (demo)")),
                        tuple(
                                "attendance",
                                List.of("Hythe Hub school 1 (demo)"),
                                List.of("Hythe Hub school 2 (demo)")));
        UI.getCurrent().navigate("bids/" + bid + "/case/plan");
        assertThat(text()).contains("Skills audit", "Improve attendance");
    }

    @Test
    void twoPeopleWhoWriteAboutOneSchoolAtOnceSeeEachOther() {
        BidId bid = fixtures.completeDraft(HYTHE);
        skills(bid);
        String school = parts.open(bid).schools().getFirst().id().toString();
        save(
                bid,
                new PlanEdit.Type(PlanSection.SKILLS, school, "strengths", "", "attendance"),
                new PlanEdit.Type(PlanSection.SKILLS, school, "needs", "", "behaviour"));

        several("Strong in").setValue(Set.of("behaviour"));

        assertThat(text()).contains("saved another text here", "Improve attendance");
        assertThat(several("Needs help with").getValue()).containsExactly("behaviour");
        assertThat(plans.fields(bid)
                        .find(PlanSection.SKILLS, school)
                        .orElseThrow()
                        .field("strengths"))
                .isEqualTo("attendance");

        test(button("Keep mine")).click();

        assertThat(plans.fields(bid)
                        .find(PlanSection.SKILLS, school)
                        .orElseThrow()
                        .field("strengths"))
                .isEqualTo("behaviour");
    }

    @Test
    void leavingWithAFieldThatIsNotSavedIsAskedAboutFirst() {
        BidId bid = fixtures.completeDraft(HYTHE);
        parts(bid);
        test(first(TextField.class, "Where the value now is from")).setValue("x".repeat(201));
        assertThat(text()).contains("it has 201 characters, at most 200 fit", "One field or line waits");

        UI.getCurrent().navigate(BidsView.class);

        assertThat(getCurrentView()).isInstanceOf(PartsView.class);
        test(button("Leave without saving")).click();
        assertThat(getCurrentView()).isInstanceOf(BidsView.class);
    }

    @Test
    void ofAPlanThatIsWithItsAdviserNeitherPageOpens() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.as("lead." + HYTHE);

        UI.getCurrent().navigate("bids/" + bid + "/parts");
        assertThat(getCurrentView()).isInstanceOf(CaseView.class);
        UI.getCurrent().navigate("bids/" + bid + "/skills");
        assertThat(getCurrentView()).isInstanceOf(CaseView.class);
    }

    @Test
    void nobodyButItsLeadReadsTheParts() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as("lead.deal-learning-alliance");

        assertThatThrownBy(() -> parts.open(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> parts.gaps(bid)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void savingTheFormKeepsTheParts() {
        BidId bid = fixtures.completeDraft(HYTHE);
        save(bid, typed(line(bid, PlanSection.ACTIVITIES), "cost", "100"));

        fixtures.write(bid, drafting.open(bid).draft());

        assertThat(line(bid, PlanSection.ACTIVITIES).field("cost")).isEqualTo("100");
    }
}
