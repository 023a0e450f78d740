package org.schoolcollab.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;

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
        assertThat(text()).contains("Batch 1", "1 instalments: 1 requested, 0 released, 0 refused.");
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
    void whoOnlyReadsChoosesNothing() {
        fixtures.awardedBid("hythe-hub");
        open("auditor", "money/due");
        assertThat(text()).contains("Hythe Hub");
        assertThat(find(Checkbox.class).all()).isEmpty();
    }
}
