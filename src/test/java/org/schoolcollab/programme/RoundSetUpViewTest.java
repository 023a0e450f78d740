package org.schoolcollab.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The screens for the guide amounts and the measures of a round. */
@PortalTest
@ViewPackages(packages = "org.schoolcollab")
class RoundSetUpViewTest extends SpringBrowserlessTest {

    @Autowired
    Rounds rounds;

    @Autowired
    Measures measures;

    @Autowired
    GuideSetting guide;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    MeasureSetting setting;

    @Autowired
    PortalClock clock;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    private RoundId round = RoundId.random();

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        round = rounds.takingBids(clock.today()).orElseThrow().id();
        logIn.as("admin");
        super.initVaadinEnvironment();
    }

    @Test
    void theAdministratorGoesFromTheRoundToItsGuideAmountsAndChangesOne() {
        UI.getCurrent().navigate("rounds");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref).toList())
                .contains("rounds/" + round + "/guide", "rounds/" + round + "/measures");

        UI.getCurrent().navigate("rounds/" + round + "/guide");
        assertThat(field("For each primary school").getValue()).isEqualTo("7,000");
        test(field("For each secondary school")).setValue("twelve");
        test(field("For each primary school")).setValue("");
        click("Save the guide amounts");

        assertThat(find(ErrorSummary.class).single().isVisible()).isTrue();
        assertThat(field("For each primary school").getErrorMessage()).isEqualTo("Enter an amount, 0 for none");
        assertThat(field("For each secondary school").getValue())
                .as("nothing typed is lost")
                .isEqualTo("twelve");
        assertThat(rounds.get(round).primaryGuide()).isEqualTo(Money.ofPounds(7_000));

        test(field("For each secondary school")).setValue("12,500");
        test(field("For each primary school")).setValue("7,250");
        click("Save the guide amounts");

        assertThat(rounds.get(round).secondaryGuide()).isEqualTo(Money.ofPounds(12_500));
        assertThat(rounds.get(round).primaryGuide()).isEqualTo(Money.ofPounds(7_250));
        assertThat(find(ErrorSummary.class).all()).isEmpty();
    }

    @Test
    void theAdministratorAddsAMeasureAndTakesOneAway() {
        List<Measures.Measure> before = measures.of(round);
        UI.getCurrent().navigate("rounds/" + round + "/measures");
        click("Add a measure");
        click("Save the measures");
        assertThat(labels().getLast().isInvalid()).isTrue();

        test(labels().getLast()).setValue("Words <b>read</b> in a minute");
        test(find(Button.class).withAttribute("aria-label", "Remove measure 1").single())
                .click();
        click("Save the measures");

        List<Measures.Measure> set = measures.of(round);
        assertThat(set).hasSameSizeAs(before);
        assertThat(set.getFirst()).isEqualTo(before.get(1));
        assertThat(set.getLast().label()).isEqualTo("Words <b>read</b> in a minute");
    }

    @Test
    void whoTypesWhileSomebodyElseSavesLosesNothingAndSavesAgain() {
        UI.getCurrent().navigate("rounds/" + round + "/guide");
        test(field("For each secondary school")).setValue("12,500");
        guide.set(round, guide.open(round).amounts(), amounts("8000"));

        click("Save the guide amounts");

        assertThat(field("For each primary school").getErrorMessage())
                .isEqualTo(
                        "Somebody else has set this to £8,000 in the meantime. Change it to that to keep theirs, or save"
                                + " again to put yours in its place.");
        assertThat(field("For each secondary school").getValue()).isEqualTo("12,500");
        assertThat(rounds.get(round).primaryGuide()).isEqualTo(Money.ofPounds(8_000));
        test(field("For each primary school")).setValue("8,000");
        click("Save the guide amounts");
        assertThat(rounds.get(round).primaryGuide()).isEqualTo(Money.ofPounds(8_000));
        assertThat(rounds.get(round).secondaryGuide()).isEqualTo(Money.ofPounds(12_500));
    }

    @Test
    void theMeasuresAreSavedAlthoughTheGuideAmountsChangedAndNotUnseenOverThoseOfSomebodyElse() {
        UI.getCurrent().navigate("rounds/" + round + "/measures");
        test(labels().getFirst()).setValue("Mine");
        guide.set(round, guide.open(round).amounts(), amounts("8000"));
        click("Save the measures");
        assertThat(measures.of(round).getFirst().label()).isEqualTo("Mine");

        test(labels().getFirst()).setValue("Mine again");
        List<TypedMeasure> theirs = new ArrayList<>(
                measures.of(round).stream().map(TypedMeasure::of).toList());
        theirs.add(new TypedMeasure("", "Theirs", true, false, "", ""));
        setting.set(round, measures.of(round), theirs);
        click("Save the measures");
        assertThat(find(ErrorSummary.class).single().getElement().getTextRecursively())
                .contains("Somebody else has changed this list in the meantime", "Theirs");
        assertThat(labels().getFirst().getValue()).isEqualTo("Mine again");
        assertThat(measures.of(round).getLast().label()).isEqualTo("Theirs");
        click("Save the measures");
        assertThat(measures.of(round).getFirst().label()).isEqualTo("Mine again");
        assertThat(measures.of(round)).noneMatch(one -> one.label().equals("Theirs"));
    }

    @Test
    void beforeAMeasureThatAPlanNamesIsWordedDifferentlyTheAdministratorReadsWhomItStops() {
        String label = measures.of(round).getFirst().label();
        BidId bid = fixtures.completeDraft("hythe-hub");
        logIn.run("lead.hythe-hub", () -> {
            String target = drafting.open(bid)
                    .fields()
                    .lines(PlanSection.TARGETS)
                    .getFirst()
                    .id();
            drafting.change(
                    bid,
                    UUID.randomUUID(),
                    List.of(new PlanEdit.Type(PlanSection.TARGETS, target, "listed", "", label)));
        });
        logIn.as("admin");
        UI.getCurrent().navigate("rounds/" + round + "/measures");
        test(labels().getFirst()).setValue(label + ", all year groups");
        click("Save the measures");

        CheckDialog check = find(CheckDialog.class).single();
        assertThat(check.getElement().getTextRecursively()).contains(label, "Named by 1 plan");
        assertThat(measures.of(round).getFirst().label()).isEqualTo(label);
        click("Go back");
        assertThat(labels().getFirst().getValue()).isEqualTo(label + ", all year groups");
        click("Save the measures");
        test(find(Button.class).withText("Save the measures").all().getLast()).click();

        assertThat(find(CheckDialog.class).all()).isEmpty();
        assertThat(measures.of(round).getFirst().label()).isEqualTo(label + ", all year groups");
    }

    @Test
    void whoeverSavesAfterAPlanWasSubmittedReadsWhyItStays() {
        UI.getCurrent().navigate("rounds/" + round + "/guide");
        fixtures.submittedBid("hythe-hub");
        logIn.as("admin");
        test(field("For each primary school")).setValue("9,000");
        click("Save the guide amounts");

        assertThat(rounds.get(round).primaryGuide()).isEqualTo(Money.ofPounds(7_000));
        assertThat(text()).contains("A plan of this round was submitted", "£7,000");
        assertThat(find(Button.class).withText("Save the guide amounts").all()).isEmpty();
        UI.getCurrent().navigate("rounds/" + round + "/measures");
        assertThat(text()).contains("A plan of this round was submitted", "Absence, percent of sessions", "Lower");
        assertThat(find(Button.class).withText("Save the measures").all()).isEmpty();
    }

    private Map<Phase, String> amounts(String primary) {
        Map<Phase, String> typed = new EnumMap<>(Phase.class);
        guide.open(round).amounts().forEach((phase, amount) -> typed.put(phase, amount.format()));
        typed.put(Phase.PRIMARY, primary);
        return typed;
    }

    private List<TextField> labels() {
        return find(TextField.class).withLabel("What is measured").all();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
