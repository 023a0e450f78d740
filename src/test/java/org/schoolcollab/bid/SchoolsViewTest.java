package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.ui.ConsentView;
import org.schoolcollab.bid.ui.SchoolsView;
import org.schoolcollab.collaboration.ui.MembersView;
import org.schoolcollab.establishment.EstablishmentDirectory.School;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.MoneyField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The lead's page of member schools, the headteacher's page, and the record of who joins and leaves. */
class SchoolsViewTest extends BidScreen {

    @Autowired
    SchoolShares shares;

    @Autowired
    PlanPresence presence;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theLeadSharesTheMoneyOutAndAsksTheSchools() {
        BidId bid = fixtures.completeDraft(HYTHE);
        schools(bid);
        assertThat(text())
                .contains(
                        "£54,000: 6 primary schools at £7,000, 1 secondary school at £12,000",
                        "The request of £21,000 is £33,000 below the guide amount.",
                        "The shares come to £0 of £21,000: £21,000 is left to share out.",
                        "0 of 7 schools agree",
                        "Lead school");

        test(button("Split by guide amounts")).click();
        assertThat(text())
                .contains("The shares come to £21,000, all that is asked for.", "The pledges come to £10,500");
        test(button("Ask the schools")).click();
        assertThat(text()).contains("10 working days to answer");
        test(button("Ask 7 schools")).click();

        assertThat(text()).contains("Asked");
        assertThat(jdbc.sql("select count(*) from bid_school where asked_at is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void whatIsNoAmountIsSaidAtItsFieldAndKept() {
        BidId bid = fixtures.completeDraft(HYTHE);
        schools(bid);
        MoneyField first = find(MoneyField.class).all().getFirst();
        test(first).setValue("12.345");

        test(button("Save")).click();

        assertThat(text()).contains("There is a problem", "Enter an amount for Hythe Hub school 1 (demo)");
        assertThat(first.getValue()).isEqualTo("12.345");
        assertThat(first.isInvalid()).isTrue();
    }

    @Test
    void bothAmountsAreShownWhereTwoLeadsPutDifferentOnesAndThePersonChooses() {
        BidId bid = fixtures.completeDraft(HYTHE);
        anotherLead();
        schools(bid);
        MoneyField share = find(MoneyField.class).all().get(2);
        MoneyField pledge = find(MoneyField.class).all().get(5);
        test(share).setValue("2,000");
        test(pledge).setValue("300");
        othersPut(bid, Money.ofPounds(1_000));

        test(button("Save")).click();

        assertThat(text())
                .contains(
                        "Headteacher, Hythe Hub school 3 (demo) has put £1,000 here, 16 June 2014",
                        "You typed 2,000. Which one counts?",
                        "Choose which amount counts for Hythe Hub school 2 (demo)");
        assertThat(share.getValue()).isEqualTo("2,000");
        assertThat(share(bid)).isEqualTo(100_000);
        // What nobody else had put is saved, and nothing more before the person has chosen.
        assertThat(jdbc.sql("select sum(pledge_pence) from bid_school where bid_id = ?")
                        .param(bid.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(30_000);
        test(button("Save")).click();
        assertThat(share(bid)).isEqualTo(100_000);

        test(button("Keep 2,000")).click();
        assertThat(text()).doesNotContain("Which one counts?");
        test(button("Save")).click();
        assertThat(share(bid)).isEqualTo(200_000);
    }

    @Test
    void whoTypesOnIsAskedAboutWhatStandsInTheField() {
        BidId bid = fixtures.completeDraft(HYTHE);
        anotherLead();
        schools(bid);
        MoneyField share = find(MoneyField.class).all().get(2);
        test(share).setValue("2,000");
        othersPut(bid, Money.ofPounds(1_000));
        test(button("Save")).click();

        test(share).setValue("2,500");
        assertThat(text()).contains("You typed 2,500. Which one counts?").doesNotContain("You typed 2,000");
        test(share).setValue("2 thousand");
        assertThat(text()).contains("You typed 2 thousand.").doesNotContain("Keep 2 thousand");
        test(share).setValue("1,000");
        assertThat(text()).doesNotContain("Which one counts?");
    }

    @Test
    void aSchoolThatIsAskedAnewIsNotSaidToAgree() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        logIn.run("lead." + HYTHE, () -> {
            MemberSchool second = shares.open(bid).schools().get(1);
            shares.save(
                    bid,
                    List.of(new SchoolShares.Line(
                            second.id(),
                            Money.ofPounds(1),
                            second.pledge(),
                            new SchoolShares.Seen(second.share(), second.pledge()))));
        });

        schools(bid);

        assertThat(text()).containsOnlyOnce("Asked again. The answer before: agreed by");
    }

    @Test
    void whoeverLeavesWithAmountsIsAskedAboutAmounts() {
        BidId bid = fixtures.completeDraft(HYTHE);
        schools(bid);
        test(find(MoneyField.class).all().get(2)).setValue("2,000");

        UI.getCurrent().navigate("bids");

        assertThat(text()).contains("Save them before you leave, or leave without them.");
        assertThat(getCurrentView()).isInstanceOf(SchoolsView.class);
    }

    @Test
    void theOtherAmountCanBeTaken() {
        BidId bid = fixtures.completeDraft(HYTHE);
        anotherLead();
        schools(bid);
        MoneyField share = find(MoneyField.class).all().get(2);
        test(share).setValue("2,000");
        othersPut(bid, Money.ofPounds(1_000));
        test(button("Save")).click();

        test(button("Take £1,000")).click();

        assertThat(share.getValue()).isEqualTo("1,000");
        assertThat(text()).doesNotContain("Which one counts?");
        test(button("Save")).click();
        assertThat(share(bid)).isEqualTo(100_000);
    }

    @Test
    void whatOthersPutAppearsWhereNobodyTypesAndWhoIsThereIsSaid() {
        BidId bid = fixtures.completeDraft(HYTHE);
        anotherLead();
        schools(bid);
        MoneyField typed = find(MoneyField.class).all().getFirst();
        test(typed).setValue("1.50");
        othersPut(bid, Money.ofPounds(1_000));
        logIn.run(OTHER, () -> presence.atSchools(bid, UUID.randomUUID()));

        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));

        assertThat(find(MoneyField.class).all().get(2).getValue()).isEqualTo("1,000");
        assertThat(typed.getValue()).isEqualTo("1.50");
        assertThat(text())
                .contains("Also working on the shares of the schools now: Headteacher, Hythe Hub school 3 (demo)")
                .contains("The shares come to £1,001.50 of £21,000");
        // A school that comes or goes makes another table, in which the typed stays.
        logIn.run(OTHER, () -> shares.takeOut(bid, school(bid, 5), "Moves to another bid"));
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(text()).contains("0 of 6 schools agree", "“Moves to another bid”");
        assertThat(find(MoneyField.class).all().getFirst().getValue()).isEqualTo("1.50");
    }

    private static final String OTHER = "head." + HYTHE;

    /** A second person who leads the collaboration. */
    private void anotherLead() {
        String collaboration = jdbc.sql("select id from collaboration_collaboration where slug = ?")
                .param(HYTHE)
                .query(String.class)
                .single();
        transaction.executeWithoutResult(status -> people.grant(
                people.principal(OTHER).orElseThrow().actor().id(),
                new RoleGrant(Role.COLLABORATION_LEAD, Scope.collaboration(UUID.fromString(collaboration)))));
    }

    private EstablishmentId school(BidId bid, int at) {
        return shares.open(bid).schools().get(at).id();
    }

    /** The other lead puts the share of the second school. */
    private void othersPut(BidId bid, Money share) {
        logIn.run(OTHER, () -> {
            MemberSchool second = shares.open(bid).schools().get(1);
            shares.save(
                    bid,
                    List.of(new SchoolShares.Line(
                            second.id(),
                            share,
                            second.pledge(),
                            new SchoolShares.Seen(second.share(), second.pledge()))));
        });
    }

    private long share(BidId bid) {
        return logIn.as("lead." + HYTHE, () -> shares.open(bid))
                .schools()
                .get(1)
                .share()
                .pence();
    }

    @Test
    void theLeadTakesASchoolOutWithAReasonAndBackIn() {
        BidId bid = fixtures.completeDraft(HYTHE);
        schools(bid);
        test(find(Button.class).withText("Take out…").all().get(1)).click();
        test(button("Take the school out")).click();
        assertThat(find(TextArea.class)
                        .withLabel("Why it takes no part")
                        .single()
                        .isInvalid())
                .isTrue();
        test(find(TextArea.class).withLabel("Why it takes no part").single()).setValue("Moves to another bid");
        test(button("Take the school out")).click();

        assertThat(text()).contains("0 of 6 schools agree", "“Moves to another bid”", "5 primary schools at £7,000");

        test(button("Take back in")).click();
        assertThat(text()).contains("0 of 7 schools agree").doesNotContain("Moves to another bid");
    }

    @Test
    void aSchoolWithoutAHeadteacherIsNamedOnThePage() {
        BidId bid = fixtures.completeDraft(HYTHE);
        transaction.executeWithoutResult(status -> people.setEnabled(
                people.principal("head." + HYTHE).orElseThrow().actor().id(), false));

        schools(bid);

        assertThat(text())
                .contains(
                        "One school has no headteacher with a log-in",
                        "Hythe Hub school 3 (demo)",
                        "Ask the administrator");
    }

    @Test
    void aHeadteacherDeclinesWithAReasonAndTheLeadReadsIt() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.run("lead." + HYTHE, () -> {
            shares.save(bid, shares.byGuide(bid));
            shares.ask(bid);
        });
        logIn.as("head." + HYTHE);
        navigate("bids/" + bid + "/consent", ConsentView.class);
        assertThat(text())
                .contains("Hythe Hub school 3 (demo)", "£2,722.2", "Pupils at level 4 or above in writing, percent");
        assertThat(find(Button.class).withText("Decline…").all())
                .as("asked for their own school only, of seven in the plan")
                .hasSize(1);

        test(button("Decline…")).click();
        test(find(TextArea.class).withLabel("Reason").single()).setValue("The pledge is too high");
        test(button("Decline")).click();
        assertThat(text()).contains("Declined", "“The pledge is too high”", "Nothing is asked of you at the moment.");

        logIn.as("lead." + HYTHE);
        UI.getCurrent().navigate("bids/" + bid + "/case/schools");
        assertThat(text()).contains("Declined by Headteacher, Hythe Hub school 3 (demo)", "“The pledge is too high”");
    }

    @Test
    void aHeadteacherWithdrawsUntilThePlanIsSubmitted() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        logIn.as("head." + HYTHE);
        navigate("bids/" + bid + "/consent", ConsentView.class);

        test(button("Withdraw the consent…")).click();
        test(find(TextArea.class).withLabel("Reason").single()).setValue("The governors said no");
        test(button("Withdraw the consent")).click();

        assertThat(text()).contains("Withdrawn", "“The governors said no”");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theLeadRecordsWhoJoins() {
        BidId bid = fixtures.completeDraft(HYTHE);
        navigate("collaborations/" + HYTHE + "/members", MembersView.class);
        test(button("Record the joining")).click();
        assertThat(text()).contains("Choose the school that joins");
        ComboBox<School> box =
                find(ComboBox.class).withLabel("School that joins").single();
        test(box).selectItem("Deal Learning Alliance school 4 (demo)");
        test(button("Record the joining")).click();

        assertThat(text()).contains("Deal Learning Alliance school 4 (demo)", "16 June 2014");
        schools(bid);
        assertThat(text()).contains("2 secondary schools at £12,000", "0 of 8 schools agree");
    }

    @Test
    void theLeadRecordsAnotherLeadSchool() {
        BidId bid = fixtures.completeDraft(HYTHE);
        navigate("collaborations/" + HYTHE + "/members", MembersView.class);
        test(find(Button.class).withText("Make lead school…").all().getFirst()).click();
        assertThat(text()).contains("Hythe Hub school 2 (demo) is the lead school", "whatever is on its way");
        test(button("Record the lead school")).click();
        assertThat(find(TextArea.class)
                        .withLabel("Why the lead school changes")
                        .single()
                        .isInvalid())
                .isTrue();
        test(find(TextArea.class).withLabel("Why the lead school changes").single())
                .setValue("Its office is larger");
        test(button("Record the lead school")).click();

        assertThat(text()).containsPattern("school 2 \\(demo\\)\\s+Lead school");
        schools(bid);
        assertThat(text()).containsPattern("school 2 \\(demo\\)\\s+Lead school").contains("0 of 7 schools agree");
    }

    private void schools(BidId bid) {
        navigate("bids/" + bid + "/schools", SchoolsView.class);
    }
}
