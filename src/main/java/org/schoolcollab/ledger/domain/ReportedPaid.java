package org.schoolcollab.ledger.domain;

/** How a query asks whether the council's ledger says that a school has its money. */
public final class ReportedPaid {

    private ReportedPaid() {}

    /**
     * A condition: the payment is reported paid, and not as sent back on that day's later line or on a later day.
     *
     * @param release column with the id of the payment, with the name of its table; {@code paid_line} and {@code sent_back} are taken
     */
    public static String stands(String release) {
        return """
                (exists (select 1 from ledger_paid_status paid_line where paid_line.release_id = %s and paid_line.status = 'PAID'
                  and not exists (select 1 from ledger_paid_status sent_back
                    where sent_back.release_id = paid_line.release_id and sent_back.status = 'FAILED'
                      and (sent_back.paid_on, sent_back.file_number, sent_back.line)
                        > (paid_line.paid_on, paid_line.file_number, paid_line.line))))
                """.formatted(release);
    }
}
