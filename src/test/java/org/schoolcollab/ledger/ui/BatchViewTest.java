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
import org.schoolcollab.ledger.Virement;
import org.schoolcollab.ledger.payment.BatchRun;
import org.schoolcollab.ledger.payment.Batches;
import org.schoolcollab.ledger.payment.InstalmentRef;
import org.schoolcollab.shared.Money;
import org.springframework.beans.factory.annotation.Autowired;

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
                .isEqualTo("Enter an answer");
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
