package org.schoolcollab.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.RoundRegister;

/** Proof of matched funding, cancelling, closing a round, area All: at the screen, with what is refused. */
class FinanceActsViewTest extends FinanceScreens {

    private static final String ROUND = "2014/15";

    @Test
    void theAdministratorAsksForProofBeforeTheFirstAwardAndFinanceNotesIt() {
        open("admin", "rounds");
        assertThat(text()).contains("The second instalment does not wait for it");
        click("Ask for proof of matched funding");
        clickLast("Ask for proof of matched funding");
        noDialog();
        assertThat(text()).contains("The second instalment waits until all that was pledged is proved");
        assertThat(count(
                        "select count(*) from audit_record where action = 'programme.matchProof' and subject_id = ?",
                        RoundRegister.idOf(ROUND).toString()))
                .isEqualTo(1);

        BidId bid = fixtures.marchAccepted("hythe-hub");
        open("admin", "rounds");
        assertThat(buttons("Ask for no proof of matched funding")).isEmpty();

        open("finance.officer", "money/due");
        assertThat(find(Anchor.class).withText("Matched funding").single().getHref())
                .isEqualTo("bids/" + bid + "/matched-funding");
        open("finance.officer", "bids/" + bid + "/matched-funding");
        click("Note proof");
        assertThat(amountField().getValue()).isEqualTo("10,500");
        amount("ten");
        clickLast("Note the proof");
        assertThat(amountField().isInvalid()).isTrue();
        assertThat(area("What you have seen").getErrorMessage()).isEqualTo("Say what you have seen");
        area("What you have seen").setValue("Budget of the lead school, page 4");
        amount("10,500.01");
        clickLast("Note the proof");
        assertThat(amountField().getErrorMessage())
                .isEqualTo("£10,500.01 is too much: at most £10,500 can be used for this.");
        amount("10,000");
        clickLast("Note the proof");
        noDialog();
        assertThat(text()).contains("£10,000").doesNotContain("All proved");
        open("finance.officer", "money/due");
        assertThat(text()).contains("Nothing is due.");
        open("finance.officer", "bids/" + bid + "/matched-funding");
        click("Note proof");
        area("What you have seen").setValue("Order of 3 March");
        clickLast("Note the proof");
        assertThat(text()).contains("All proved");
        open("finance.officer", "money/due");
        assertThat(buttons("Choose all 1")).hasSize(1);
    }

    @Test
    void nobodyElseChangesARoundAndAnAwardFixesIts() {
        open("finance.approver", "rounds");
        assertThat(buttons("Ask for proof of matched funding")).isEmpty();
        open("admin", "rounds");
        click("Ask for proof of matched funding");
        fixtures.agreedBid("hythe-hub");
        logIn.as("admin");
        clickLast("Ask for proof of matched funding");
        assertThat(refusal())
                .isEqualTo("The first award of this round is made, so its rules cannot be changed any more.");
        assertThat(count("select later_needs_match_proof from programme_round where name = '2014/15'"))
                .isZero();
    }

    @Test
    void anApproverCancelsTheSecondInstalment() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("finance.officer", "money/due");
        assertThat(buttons("Cancel")).isEmpty();
        open("finance.approver", "money/due");
        click("Cancel");
        clickLast("Cancel the instalment");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("Give a reason");
        reason("The schools asked for no more");
        clickLast("Cancel the instalment");
        noDialog();
        assertThat(text()).contains("Nothing is blocked.");
        assertThat(count("select available_pence from ledger_envelope where area_code = 'SOUTH'"))
                .isEqualTo(40_000_000 - 1_260_000);
        open("finance.approver", "bids/" + bid + "/case/money");
        assertThat(text()).contains("Cancelled", "£8,400");
    }

    @Test
    void aRoundWithOpenMoneyIsNotClosedAndOneWithoutIs() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("finance.officer", "money/envelopes");
        assertThat(buttons("Close round 2014/15")).isEmpty();
        open("finance.approver", "money/envelopes");
        click("Close round 2014/15");
        clickLast("Close 2014/15 for good");
        assertThat(refusal()).contains("£8,400 is committed and not released yet");
        clickLast("Go back");
        open("finance.approver", "bids/" + bid + "/shares");
        click("Reduce the award");
        amount("8,400");
        reason("The schools asked for no more");
        clickLast("Reduce the award by this amount");

        open("finance.approver", "money/envelopes");
        click("Close round 2014/15");
        clickLast("Close 2014/15 for good");
        noDialog();
        assertThat(text()).contains("Closed", "£387,400");
        assertThat(buttons("Close round 2014/15")).isEmpty();
        assertThat(jdbc.sql("select status from programme_round where name = '2014/15'")
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
    }

    @Test
    void moneyMovesIntoAreaAllAndOutAgainWithLinesOfItsOwn() {
        open("chair.south", "money/envelopes");
        click("Propose a move from South");
        select("To", "Area All");
        amount("400,000.01");
        reason("For the forum's training");
        clickLast("Propose the move");
        assertThat(amountField().getErrorMessage()).contains("£400,000");
        amount("8,000");
        clickLast("Propose the move");
        assertThat(text()).contains("An administrator decides.");

        open("admin", "money/envelopes");
        click("Consent to £8,000");
        clickLast("Consent to £8,000");
        assertThat(text()).contains("£392,000", "Moved from another area", "For the forum's training");
        click("Propose a move from Area All");
        clickLast("Propose the move");
        assertThat(selectField("To").getErrorMessage()).isEqualTo("Choose one from the list");
        select("To", "East");
        amount("3,000");
        reason("More schools there");
        clickLast("Propose the move");
        assertThat(text()).contains("The chair of East decides.");

        open("chair.east", "money/envelopes");
        click("Consent to £3,000");
        clickLast("Consent to £3,000");
        open("auditor", "money/envelopes");
        assertThat(text()).contains("Moved to another area", "£403,000", "£5,000");
        assertThat(find(Button.class).withTextContaining("Propose").all()).isEmpty();
        assertThat(find(Button.class).withTextContaining("Add").all()).isEmpty();
    }

    @Test
    void spendingOfAreaAllNeedsADayThatHasBeen() {
        open("finance.officer", "money/envelopes");
        click("Record spending");
        DatePicker on = find(DatePicker.class).withLabel("Spent on").single();
        on.setValue(null);
        clickLast("Record it");
        assertThat(on.getErrorMessage()).isEqualTo("Enter a day, such as 31/3/2015");
        on.setValue(LocalDate.of(2014, 6, 17));
        amount("10");
        area("Purpose").setValue("Hall for the forum");
        clickLast("Record it");
        assertThat(on.getErrorMessage()).isEqualTo("Enter a day that is not in the future");
        assertThat(amountField().isInvalid()).isFalse();
    }
}
