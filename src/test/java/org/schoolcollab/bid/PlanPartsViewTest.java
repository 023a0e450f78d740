package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanParts.Typed;
import org.schoolcollab.bid.ui.PartsView;
import org.schoolcollab.bid.ui.SkillsView;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.MoneyField;
import org.springframework.beans.factory.annotation.Autowired;

/** Links, dates and costs of a plan, and the skills audit. */
class PlanPartsViewTest extends BidScreen {

    @Autowired
    PlanParts parts;

    @Autowired
    BidSubmission submission;

    @Test
    @SuppressWarnings("unchecked")
    void theLeadLinksDatesAndCostsTheActivities() {
        BidId bid = fixtures.completeDraft(HYTHE);
        navigate("bids/" + bid + "/parts", PartsView.class);
        assertThat(text()).contains("Shared development days", "Paired reading between schools");
        MultiSelectComboBox<String> first =
                find(MultiSelectComboBox.class).all().getFirst();
        String teaching =
                plans.fields(bid).lines(PlanSection.PRIORITIES).getFirst().id();
        first.setValue(Set.of(teaching));
        test(find(DatePicker.class).withLabel("Begins").all().getFirst()).setValue(LocalDate.of(2014, 9, 1));
        test(find(DatePicker.class).withLabel("Ends").all().getFirst()).setValue(LocalDate.of(2015, 5, 31));
        test(find(MoneyField.class).withLabel("Cost").all().getFirst()).setValue("12,000");

        test(button("Save")).click();

        Line activity = plans.fields(bid).lines(PlanSection.ACTIVITIES).getFirst();
        assertThat(activity.field("priorities")).isEqualTo(teaching);
        assertThat(activity.field("from")).isEqualTo("2014-09-01");
        assertThat(activity.field("cost")).isEqualTo("12,000");
        assertThat(jdbc.sql("select details from audit_record where action = 'bid.partsSaved' and bid_id = ?")
                        .param(bid.toString())
                        .query(String.class)
                        .single())
                .contains("activities 1 from", "2014-09-01", "activities 1 cost", "12,000");
        UI.getCurrent().navigate("bids/" + bid + "/case/plan");
        assertThat(text())
                .contains("Activities: priorities, dates and cost", "1 September 2014", "31 May 2015", "£12,000");
    }

    @Test
    void whatIsImplausibleIsAskedAboutOnThePageAndAtTheSubmission() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        Line target = plans.fields(bid).lines(PlanSection.TARGETS).getFirst();
        parts.save(bid, List.of(typed(target, "value", "184.5")));

        assertThat(submission.gaps(bid)).extracting(Problem::messageKey).containsExactly("error.bid.parts.percent");

        navigate("bids/" + bid + "/parts", PartsView.class);
        test(find(TextField.class).withLabel("Why an unusual value is right").single())
                .setValue("Pupils are counted twice");
        test(button("Save")).click();
        assertThat(submission.gaps(bid)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTargetTakesItsMeasureFromTheListOfTheRound() {
        BidId bid = fixtures.completeDraft(HYTHE);
        navigate("bids/" + bid + "/parts", PartsView.class);
        Select<String> listed = find(Select.class)
                .withLabel("Measure of the round's list, if it is one")
                .single();
        listed.setValue("Absence, percent of sessions");
        test(button("Save")).click();

        // Less is better there, and the plan wants more.
        assertThat(text()).contains("Less is better here, and the target 84.5 is not below the value now, 78");
    }

    @Test
    @SuppressWarnings("unchecked")
    void supportFromOutsideNamesItsKindOfProvider() {
        BidId bid = fixtures.completeDraft(HYTHE);
        navigate("bids/" + bid + "/parts", PartsView.class);
        test(button("Add support from outside")).click();
        test(find(TextField.class).withLabel("What is commissioned").single()).setValue("Moderation training");
        test(button("Save")).click();
        assertThat(text()).contains("Choose from whom it is commissioned");

        Select<String> provider =
                find(Select.class).withLabel("Kind of provider").single();
        provider.setValue("TEACHING_SCHOOL");
        test(button("Save")).click();

        assertThat(plans.fields(bid).lines(PlanSection.SUPPORT))
                .singleElement()
                .satisfies(line -> assertThat(line.field("provider")).isEqualTo("TEACHING_SCHOOL"));
        UI.getCurrent().navigate("bids/" + bid + "/case/plan");
        assertThat(text()).contains("Commissioned support", "Moderation training", "Teaching School");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void theSkillsAuditShowsWhoCanHelpWhom() {
        BidId bid = fixtures.completeDraft(HYTHE);
        navigate("bids/" + bid + "/skills", SkillsView.class);
        assertThat(text()).contains("No school has named a need yet.");
        List<MultiSelectComboBox> strong =
                find(MultiSelectComboBox.class).withLabel("Strong in").all();
        List<MultiSelectComboBox> needs =
                find(MultiSelectComboBox.class).withLabel("Needs help with").all();
        strong.getFirst().setValue(Set.of("attendance"));
        needs.get(1).setValue(Set.of("attendance", "behaviour"));

        test(button("Save")).click();

        assertThat(text())
                .contains("Improve attendance", "Good behaviour for learning", "None inside the collaboration");
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
    void savesNothingOverWhatSomebodyElseTypedAndNothingThatCannotBe() {
        BidId bid = fixtures.completeDraft(HYTHE);
        Line activity = plans.fields(bid).lines(PlanSection.ACTIVITIES).getFirst();
        parts.save(bid, List.of(typed(activity, "cost", "100")));

        assertThatThrownBy(() -> parts.save(bid, List.of(typed(activity, "cost", "200"))))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> parts.save(bid, List.of(typed(activity, "priorities", "not-an-id"))))
                .isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> parts.save(
                        bid, List.of(new Typed(PlanSection.SKILLS, activity.id(), "strengths", "", "no-such-theme"))))
                .isInstanceOf(ValidationFailed.class);
        assertThat(plans.fields(bid).lines(PlanSection.ACTIVITIES).getFirst().field("cost"))
                .isEqualTo("100");
        logIn.as("lead.deal-learning-alliance");
        assertThatThrownBy(() -> parts.open(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> parts.save(bid, List.of())).isInstanceOf(AccessRefused.class);
    }

    @Test
    void savingTheFormKeepsTheParts() {
        BidId bid = fixtures.completeDraft(HYTHE);
        Line activity = plans.fields(bid).lines(PlanSection.ACTIVITIES).getFirst();
        parts.save(bid, List.of(typed(activity, "cost", "100")));

        drafting.save(bid, drafting.open(bid).draft());

        assertThat(plans.fields(bid).lines(PlanSection.ACTIVITIES).getFirst().field("cost"))
                .isEqualTo("100");
    }

    private static Typed typed(Line line, String field, String text) {
        return new Typed(line.section(), line.id(), field, line.field(field), text);
    }
}
