package org.schoolcollab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.schoolcollab.bid.BidId;

/** What people in finance do for one bid, from the request to the statement. */
abstract class FinanceJourney extends PlanJourney {

    void officerRequests(BidId bid, String amount) {
        become("finance.officer");
        takes(bid, "Request release");
        press("Request release of £" + amount);
        pressInDialog("Request release of £" + amount);
    }

    void approverApproves(BidId bid, String amount) {
        become("finance.approver");
        takes(bid, "Approve release");
        press("Approve £" + amount);
        pressInDialog("Approve £" + amount);
    }

    void officerRequestsInABatch(String amount) {
        become("finance.officer");
        goTo("money/due");
        press("Choose all 1");
        press("Request 1 instalment, £" + amount);
        pressInDialog("Request 1 instalment, £" + amount);
        assertThat(heading()).isEqualTo("Batch 1");
    }

    void approverApprovesTheBatch(String amount) {
        become("finance.approver");
        goTo("money/batches");
        follow("Batch 1");
        press("Approve 1 instalment, £" + amount);
        pressInDialog("Approve 1 instalment, £" + amount);
        assertThat(text()).contains("1 requested, 1 released, 0 refused");
    }

    /** Both payments go into one file, whose sums and hash are those of the screen. */
    List<String> officerExports() {
        become("finance.officer");
        goTo("money/exports");
        press("Export 2 payments, £20,000");
        pressInDialog("Export 2 payments, £20,000");
        byte[] file = download("payments-00001.csv");
        assertThat(text()).contains(sha256(file), "Nothing waits.");
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("record,reference,payee,");
        assertThat(lines.get(1)).contains(",12000.00,2014/15,South,Hythe Hub,1,2014-");
        assertThat(lines.get(2)).contains(",8000.00,2014/15,South,Hythe Hub,2,2015-03-02");
        assertThat(lines.get(3)).isEqualTo("TRAILER,2,,,,20000.00,,,,,");
        return lines.subList(1, 3).stream().map(line -> line.split(",", 3)[1]).toList();
    }

    /** One line says another amount: it is refused, then taken in as a difference, and the difference is solved. */
    void officerLoadsWhatWasPaid(List<String> references) {
        String file = "reference,amount_gbp,date,status\r\n"
                + references.get(0) + ",12000.00,2015-03-02,PAID\r\n"
                + references.get(1) + ",7999.00,2015-03-02,PAID\r\n";
        goTo("money/reconcile");
        upload("march.csv", file);
        assertThat(text())
                .contains("march.csv was not loaded, one line is wrong", "was exported with £8,000, not with £7,999");
        tick("Take in payments of another amount as differences");
        upload("march.csv", file);
        assertThat(text())
                .contains("2 paid, 0 failed, 0 known before, 1 with another amount", "Paid £7,999 on 2 March");
        press("Solve");
        type("Reason", "The bank kept a fee of £1; repaid");
        pressInDialog("Solve the difference");
        assertThat(text()).contains("No difference is open.", "£20,000", "£19,999");
        goTo("money/exports");
        assertThat(text()).contains("Nothing waits.");
    }

    void auditorReadsTheStatement(BidId bid) {
        become("auditor");
        goTo(bid, "case/money");
        follow("Statement of this award");
        assertThat(heading()).isEqualTo("Statement: Hythe Hub");
        assertThat(text()).contains("Award committed", "Instalment released", "£20,000", "£12,000", "£8,000");
        String csv = new String(download("Statement as CSV"), StandardCharsets.UTF_8);
        assertThat(csv.lines().filter(line -> line.contains(",RELEASED,"))).hasSize(2);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
