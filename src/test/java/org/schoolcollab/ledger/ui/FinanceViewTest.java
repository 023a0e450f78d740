package org.schoolcollab.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.LedgerStatements;
import org.schoolcollab.ledger.Statement;
import org.schoolcollab.ledger.payment.PaymentExport;
import org.schoolcollab.ledger.statement.StatementFile;
import org.springframework.beans.factory.annotation.Autowired;

/** Exports, reconciling, holds, envelopes and statements as people in finance and chairs use them. */
class FinanceViewTest extends FinanceScreens {

    @Autowired
    PaymentExport exports;

    @Autowired
    LedgerStatements statements;

    @Test
    void anOfficerExportsOnceAndSeesTheHash() {
        fixtures.releasedBid("hythe-hub");
        open("finance.officer", "money/exports");
        click("Export 1 payment, £12,600");
        clickLast("Export 1 payment, £12,600");
        String hash =
                jdbc.sql("select sha256 from ledger_export").query(String.class).single();
        assertThat(text()).contains(hash, "Nothing waits.");
        assertThat(find(Anchor.class).withText("payments-00001.csv").all()).hasSize(1);
        open("admin", "money/exports");
        assertThat(find(Anchor.class).withText("payments-00001.csv").all()).isEmpty();
    }

    @Test
    void aFileIsRefusedLineByLineTakenInAndAFailedPaymentIsReversedByTwoAndPaidAgain() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        logIn.run("finance.officer", () -> exports.export(exports.waiting().sha256()));
        String reference = jdbc.sql("select reference from ledger_release")
                .query(String.class)
                .single();
        open("finance.officer", "money/reconcile");
        take("reference,amount_gbp,date,status\r\nSC-NO,1.00,2014-06-16,PAID\r\n" + reference
                + ",12599.00,2014-06-16,PAID\r\n");
        assertThat(text())
                .contains(
                        "paid.csv was not loaded",
                        "No exported payment has the reference SC-NO.",
                        "was exported with £12,600");
        take("reference,amount_gbp,date,status\r\n" + reference + ",12600.00,2014-06-16,FAILED\r\n");
        assertThat(text()).contains("paid.csv is loaded: 0 paid, 1 failed", "Failed on 16 June 2014");

        click("Ask for reversal");
        find(TextArea.class).withLabel("Reason").all().getLast().setValue("The account is closed");
        clickLast("Ask for the reversal of £12,600");
        assertThat(text()).contains("Asked for by Finance officer (demo); another person decides");

        open("finance.approver", "money/reconcile");
        click("Approve £12,600");
        clickLast("Approve £12,600");
        assertThat(text()).contains("No difference is open.", "Approved by Finance approver (demo)");
        fixtures.release(bid, 1);
        assertThat(jdbc.sql("select count(*) from ledger_release")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(logIn.as("finance.officer", exports::waiting).payments()).hasSize(1);
    }

    @Test
    void anotherAmountIsTakenInAsADifferenceAndSolvedWithAReason() {
        fixtures.releasedBid("hythe-hub");
        logIn.run("finance.officer", () -> exports.export(exports.waiting().sha256()));
        String reference = jdbc.sql("select reference from ledger_release")
                .query(String.class)
                .single();
        open("finance.officer", "money/reconcile");
        String file = "reference,amount_gbp,date,status\r\n" + reference + ",12599.00,2014-06-16,PAID\r\n";
        take(file);
        assertThat(text()).contains("Only amounts differ.");
        find(Checkbox.class).single().setValue(true);
        take(file);
        assertThat(text()).contains("Paid £12,599 on 16 June 2014");

        click("Solve");
        clickLast("Solve the difference");
        assertThat(find(TextArea.class).withLabel("Reason").single().getErrorMessage())
                .isEqualTo("Give a reason");
        find(TextArea.class).withLabel("Reason").single().setValue("The bank kept a fee of £1; repaid");
        clickLast("Solve the difference");
        assertThat(text()).contains("No difference is open.");
    }

    @Test
    void anInstalmentOnHoldIsBlockedUntilTheHoldEnds() {
        fixtures.awardedBid("hythe-hub");
        open("finance.officer", "money/due");
        click("Hold");
        find(TextArea.class).withLabel("Reason").single().setValue("Bank details change");
        clickLast("Hold the instalment");
        assertThat(text()).contains("Nothing is due.", "On hold. Reason: Bank details change");
        click("End hold");
        clickLast("End the hold");
        assertThat(find(Button.class).withText("Choose all 1").all()).hasSize(1);
    }

    @Test
    void aStatementLeadsFromTheRoundToTheAwardAndTheSchool() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("auditor", "money/statements");
        assertThat(text()).contains("£400,000", "Award committed", "Instalment released");
        Anchor award = find(Anchor.class).withText("Hythe Hub").all().getFirst();
        assertThat(award.getHref()).contains("bid=" + bid);
        open("auditor", "money/statements?bid=" + bid);
        assertThat(text()).contains("£12,600", "£8,400");
        String school = jdbc.sql("select payee_school_id from ledger_release")
                .query(String.class)
                .single();
        open("auditor", "money/statements?school=" + school);
        assertThat(text()).contains("£12,600").doesNotContain("£8,400");
        open("auditor", "money/statements?bid=" + bid + "&date=2014-06-15");
        assertThat(text()).contains("Nothing was booked up to then.");
    }

    @Test
    void aStatementIsTheSameInBothFiles() throws IOException {
        BidId bid = fixtures.releasedBid("hythe-hub");
        Statement statement = logIn.as("auditor", () -> statements.ofAward(bid, null));
        String csv = new String(StatementFile.csv(statement), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("at,area,entry,line,kind")
                .contains(",RELEASED,", ",12600.00,", "2014-06-16T10:00:00");
        String sheet = sheet(StatementFile.xlsx(statement));
        assertThat(sheet).contains("12600");
        assertThat(csv.lines().count()).isEqualTo(statement.lines().size() + 1L);
    }

    @Test
    void aChairHoldsBackAndMovesWithTheOtherChairsConsent() {
        open("chair.south", "money/envelopes");
        click("Hold back");
        amount("25,000");
        find(TextArea.class).withLabel("Reason").single().setValue("For late schools");
        clickLast("Hold it back");
        assertThat(text()).contains("£375,000", "£25,000");
        click("Propose a move from South");
        select("To", "East");
        amount("10,000");
        find(TextArea.class).withLabel("Reason").single().setValue("More schools there");
        clickLast("Propose the move");
        assertThat(text()).contains("Proposed by Chair, South Area Board (demo). The chair of East decides.");

        open("chair.east", "money/envelopes");
        click("Consent to £10,000");
        clickLast("Consent to £10,000");
        assertThat(text()).contains("£365,000", "£410,000");
        assertThat(find(Button.class).withTextContaining("Consent").all()).isEmpty();
    }

    @Test
    void financeRecordsSpendingOfAreaAllAndAnotherPersonTakesItBack() {
        open("admin", "money/envelopes");
        clickLast("Add");
        amount("5,000");
        find(TextArea.class).withLabel("Reason").single().setValue("Kept by the authority");
        clickLast("Add it");
        open("finance.officer", "money/envelopes");
        click("Record spending");
        amount("6,000");
        find(TextArea.class).withLabel("Purpose").single().setValue("Hall for the forum");
        clickLast("Record it");
        assertThat(find(com.vaadin.flow.component.html.Paragraph.class)
                        .withClassName("refusal")
                        .single()
                        .getText())
                .contains("£6,000", "£5,000");
        amount("1,200");
        clickLast("Record it");
        assertThat(text()).contains("Hall for the forum", "Booked", "£3,800");

        open("finance.approver", "money/envelopes");
        click("Take the line back");
        find(TextArea.class).withLabel("Reason").single().setValue("Paid by the forum itself");
        clickLast("Take the line back");
        assertThat(text()).contains("Taken back: Paid by the forum itself");
    }

    private void take(String file) {
        find(PaidFileForm.class).single().take("paid.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private static String sheet(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("statement", ".xlsx");
        try {
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile());
                    InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
