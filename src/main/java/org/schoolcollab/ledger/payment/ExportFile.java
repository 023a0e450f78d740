package org.schoolcollab.ledger.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.schoolcollab.ledger.PayeeKind;
import org.schoolcollab.shared.CsvText;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.SafeCell;

/**
 * The file for the council's ledger, described column by column in {@code payment-export.md}: CSV by RFC 4180 in UTF-8, a heading, a
 * line for each payment in the order of references, and a trailer with count and sum. It holds nothing but what the payments hold, so
 * the same payments always give the same bytes, whoever makes it, when and where.
 */
final class ExportFile {

    private static final List<String> COLUMNS = List.of(
            "record",
            "reference",
            "payee",
            "payee_urn",
            "payee_id",
            "amount_gbp",
            "round",
            "area",
            "collaboration",
            "instalment",
            "approved_on");

    private final List<Payment> payments;
    private final byte[] content;

    private ExportFile(List<Payment> payments, byte[] content) {
        this.payments = payments;
        this.content = content;
    }

    /** In the order of the file. */
    List<Payment> payments() {
        return payments;
    }

    byte[] content() {
        return content.clone();
    }

    static ExportFile of(List<Payment> unordered) {
        List<Payment> payments = unordered.stream()
                .sorted(Comparator.comparing(Payment::reference))
                .toList();
        List<List<String>> lines = new ArrayList<>();
        payments.forEach(payment -> lines.add(cells(payment)));
        lines.add(List.of(
                "TRAILER",
                Integer.toString(payments.size()),
                "",
                "",
                "",
                CsvText.pounds(sum(payments)),
                "",
                "",
                "",
                "",
                ""));
        return new ExportFile(payments, CsvText.of(COLUMNS, lines).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(Payment payment) {
        return List.of(
                record(payment.kind()),
                payment.reference(),
                SafeCell.of(payment.payee()),
                payment.payeeUrn() == null ? "" : Integer.toString(payment.payeeUrn()),
                payment.payeeId().toString(),
                CsvText.pounds(payment.amount()),
                SafeCell.of(payment.round()),
                SafeCell.of(payment.area()),
                SafeCell.of(payment.collaboration()),
                Integer.toString(payment.instalment()),
                payment.approvedOn().toString());
    }

    /** A transfer in the council's journal for a maintained school, a creditor payment for an academy. */
    private static String record(PayeeKind kind) {
        return switch (kind) {
            case MAINTAINED -> "JOURNAL";
            case ACADEMY -> "CREDITOR";
        };
    }

    static Money sum(List<Payment> payments) {
        return payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
    }

    String sha256() {
        return sha256(content);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Money total() {
        return sum(payments);
    }
}
