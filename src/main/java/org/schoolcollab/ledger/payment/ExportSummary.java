package org.schoolcollab.ledger.payment;

import java.time.Instant;
import org.schoolcollab.shared.Money;

/** A file that was made for the council's ledger, with its control totals and the SHA-256 of its bytes in hexadecimal. */
public record ExportSummary(long number, int lines, Money total, String sha256, String exportedBy, Instant exportedAt) {

    /** What the file is called when it is downloaded. */
    public String fileName() {
        return "payments-" + "0".repeat(Math.max(0, 5 - Long.toString(number).length())) + number + ".csv";
    }
}
