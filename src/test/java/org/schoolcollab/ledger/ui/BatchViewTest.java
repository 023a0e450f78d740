package org.schoolcollab.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.InstalmentControl;
import org.schoolcollab.ledger.Virement;
import org.schoolcollab.ledger.payment.BatchRun;
import org.schoolcollab.ledger.payment.Batches;
import org.schoolcollab.ledger.payment.InstalmentRef;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class BatchViewTest extends FinanceScreens {

    @Test
    void anOfficerChoosesAllAndAnotherPersonApproves() {
        fixtures.awardedBid("hythe-hub");
        fixtures.agreedBid("deal-learning-alliance");
        open("finance.officer", "money/due?area=SOUTH");
        assertThat(text()).contains("Hythe Hub", "Blocked", "The lead has not accepted the award yet.");
        Button request = buttons("Request nothing yet").getFirst();
        assertThat(request.isEnabled()).isFalse();
        click("Choose all 1");
        assertThat(find(Checkbox.class).all()).hasSize(1);
        click("Request 1 instalment, £12,600");
        clickLast("Request 1 instalment, £12,600");
        assertThat(text()).contains("Batch 1", "1 instalment: 1 requested, 0 released, 0 refused.");
        assertThat(find(Button.class).withTextContaining("Approve").all()).isEmpty();

        open("finance.approver", "money/batches");
        assertThat(find(Anchor.class).withText("Batch 1").all()).hasSize(2);
        open("finance.approver", "money/batches/1");
        click("Send 1 instalment back");
        assertThat(find(TextArea.class).withLabel("Reason").single().getErrorMessage())
                .isEqualTo("Give a reason");
        click("Approve 1 instalment, £12,600");
        clickLast("Approve 1 instalment, £12,600");

        assertThat(text()).contains("1 requested, 1 released");
        assertThat(jdbc.sql("select count(*) from ledger_release")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLineWhoseAmountChangedSinceSaysSoAndIsNotOffered() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        logIn.run("finance.officer", () -> {
            run.request(batches.create(List.of(new InstalmentRef(bid, 1))));
        });
        logIn.run("finance.approver", () -> {
            release.reject(bid, 1, "The cost centre is wrong");
            virement.reduce(bid, Money.ofPounds(9_000), "One school has left", UUID.randomUUID());
        });
        logIn.run("finance.officer", () -> release.request(bid, 1));

        open("finance.approver", "money/batches/1");
        assertThat(text()).contains("£12,600", "Changed since: £12,000 is open now. It takes a new batch.");
        assertThat(find(Button.class).withTextContaining("Approve").all()).isEmpty();
        open("finance.approver", "money/batches");
        assertThat(text()).contains("No batch waits for approval.").doesNotContain("No single request");
    }

    @Test
    void aLineOnHoldSaysWhyAndIsNotOfferedForApprovalButMayBeSentBack() {
        BidId held = fixtures.awardedBid("hythe-hub");
        BidId free = fixtures.awardedBid("deal-learning-alliance");
        logIn.run("finance.officer", () -> {
            run.request(batches.create(List.of(new InstalmentRef(held, 1), new InstalmentRef(free, 1))));
            control.hold(held, 1, "Not before the audit");
        });
        open("finance.officer", "money/due");
        assertThat(text()).contains("On hold, so it cannot be approved. Reason: Not before the audit");

        open("finance.approver", "money/batches/1");
        assertThat(text())
                .contains("On hold", "Not before the audit", "1 instalment is on hold and cannot be approved");
        click("Approve 1 instalment, £12,600");
        clickLast("Approve 1 instalment, £12,600");
        assertThat(text()).contains("2 requested, 1 released, 0 refused");
        assertThat(find(Button.class).withTextContaining("Approve").all()).isEmpty();

        reason("The cost centre is wrong");
        click("Send 1 instalment back");
        clickLast("Send 1 instalment back");
        assertThat(text()).contains("1 requested, 1 released, 0 refused", "On hold");
        assertThat(find(Button.class).withTextContaining("Request").all()).isEmpty();
    }

    @Test
    void whatIsTickedStaysTickedWhereAStepIsRefused() {
        BidId held = fixtures.awardedBid("hythe-hub");
        fixtures.awardedBid("deal-learning-alliance");
        open("finance.officer", "money/due?area=SOUTH");
        click("Choose all 2");
        test(find(Button.class)
                        .withAttribute("aria-label", "Hold Hythe Hub, instalment 1")
                        .single())
                .click();
        control.hold(held, 1, "Held in another window");
        reason("The cost centre is wrong");
        clickLast("Hold the instalment");
        assertThat(refusal()).contains("This instalment is on hold: Held in another window");
        clickLast("Go back");

        noDialog();
        assertThat(text()).contains("Held in another window");
        assertThat(find(Checkbox.class).single().getValue()).isTrue();
        assertThat(find(Button.class)
                        .withTextContaining("Request 1 instalment")
                        .single()
                        .isEnabled())
                .isTrue();
        test(find(Button.class)
                        .withAttribute("aria-label", "Hold Deal Learning Alliance, instalment 2")
                        .single())
                .click();
        reason("Not before the audit");
        clickLast("Hold the instalment");
        noDialog();
        assertThat(find(Checkbox.class).single().getValue())
                .as("and after a step that was done")
                .isTrue();
    }

    @Test
    void theReasonToSendABatchBackStaysWhereAnApprovalIsRefused() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        transaction.executeWithoutResult(status -> people.grant(
                people.principal("finance.officer").orElseThrow().actor().id(),
                new RoleGrant(Role.FINANCE_APPROVER, Scope.all())));
        logIn.run("finance.officer", () -> run.request(batches.create(List.of(new InstalmentRef(bid, 1)))));
        open("finance.officer", "money/batches/1");
        reason("The cost centre is wrong");
        click("Approve 1 instalment, £12,600");
        clickLast("Approve 1 instalment, £12,600");
        assertThat(refusal()).contains("You requested this batch");
        clickLast("Go back");

        noDialog();
        assertThat(area("Reason").getValue()).isEqualTo("The cost centre is wrong");
    }

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    People people;

    @Autowired
    InstalmentControl control;

    @Autowired
    Batches batches;

    @Autowired
    BatchRun run;

    @Autowired
    BudgetRelease release;

    @Autowired
    Virement virement;

    @Test
    void whoOnlyReadsChoosesNothing() {
        fixtures.awardedBid("hythe-hub");
        open("auditor", "money/due");
        assertThat(text()).contains("Hythe Hub");
        assertThat(find(Checkbox.class).all()).isEmpty();
    }
}
