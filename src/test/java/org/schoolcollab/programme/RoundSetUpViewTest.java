package org.schoolcollab.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
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
