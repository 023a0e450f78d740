package org.schoolcollab.ledger.payment;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.schoolcollab.ledger.payment.PaidFileRefused.LineError;
import org.schoolcollab.shared.Money;

/** Reads a file of paid and failed payments, described in {@code payment-export.md}; collects whatever is wrong with its form. */
final class PaidFile {

    /** Lines that fit a file. */
    static final int AT_MOST = 10_000;

    /** One payment as reported. */
    record Line(int number, String reference, Money amount, LocalDate on, Status status) {}

    /** How a payment ended. */
    enum Status {
        PAID,
        FAILED
    }

    private static final List<String> COLUMNS = List.of("reference", "amount_gbp", "date", "status");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{2})?");

    private final List<Line> lines = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final LocalDate today;

    private PaidFile(LocalDate today) {
        this.today = today;
    }

    static PaidFile read(byte[] bytes, LocalDate today) {
        PaidFile file = new PaidFile(today);
        Optional<String> text = decoded(bytes);
        if (text.isEmpty()) {
            file.error(0, "notUtf8");
            return file;
        }
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text.get()))) {
            int number = 0;
            for (CSVRecord row : parser) {
                number++;
                file.line(number, Arrays.asList(row.values()));
            }
            if (number == 0) {
                file.error(0, "empty");
            } else if (number == 1 && file.errors.isEmpty()) {
                file.error(0, "noLines");
            } else if (number > AT_MOST + 1) {
                file.error(0, "tooLong", number - 1, AT_MOST);
            }
        } catch (IOException | RuntimeException notCsv) {
            file.error(0, "notCsv");
        }
        return file;
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException otherWriting) {
            return Optional.empty();
        }
    }

    private void line(int number, List<String> cells) {
        if (number == 1) {
            if (!cells.equals(COLUMNS)) {
                error(1, "heading", String.join(",", COLUMNS));
            }
            return;
        }
        if (cells.size() != COLUMNS.size()) {
            error(number, "cells", cells.size(), COLUMNS.size());
            return;
        }
        int before = errors.size();
        Money amount = amount(number, cells.get(1));
        LocalDate on = day(number, cells.get(2));
        Status status = status(number, cells.get(3));
        if (cells.get(0).isBlank()) {
            error(number, "noReference");
        }
        Integer first = seen.putIfAbsent(cells.get(0) + " " + cells.get(3), number);
        if (first != null) {
            error(number, "twice", cells.get(0), first);
        }
        if (errors.size() == before) {
            lines.add(new Line(number, cells.get(0), amount, on, status));
        }
    }

    private Money amount(int number, String text) {
        if (!AMOUNT.matcher(text).matches()) {
            error(number, "amount", text);
            return Money.ZERO;
        }
        return Money.parse(text);
    }

    private LocalDate day(int number, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(today)) {
                error(number, "future", text);
            }
            return day;
        } catch (DateTimeParseException noDate) {
            error(number, "date", text);
            return today;
        }
    }

    private Status status(int number, String text) {
        try {
            return Status.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            error(number, "status", text);
            return Status.FAILED;
        }
    }

    private void error(int line, String key, Object... arguments) {
        errors.add(new LineError(line, "error.ledger.paid." + key, List.of(arguments), false));
    }

    List<Line> lines() {
        return lines;
    }

    List<LineError> errors() {
        return errors;
    }
}
