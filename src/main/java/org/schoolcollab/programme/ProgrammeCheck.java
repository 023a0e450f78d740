package org.schoolcollab.programme;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.schoolcollab.programme.published.AttainmentChange.Measure;
import org.schoolcollab.programme.published.FundingLine;
import org.schoolcollab.programme.published.PublishedTables;
import org.schoolcollab.programme.published.TableSource;
import org.schoolcollab.shared.Money;

/**
 * {@code portal programme check DIR}: reads tables of the published form without a running portal, and says what it would take and
 * what it refuses.
 */
public final class ProgrammeCheck {

    private static final int FINE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_CALL = 2;

    private ProgrammeCheck() {}

    /**
     * Runs the command.
     *
     * @param arguments what follows {@code programme} on the command line
     * @return exit code: 0 where every line is taken, 1 where any is refused, 2 where the call is wrong
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("check")) {
            err.println("Usage: portal programme check DIR");
            return WRONG_CALL;
        }
        Path folder;
        try {
            folder = Path.of(arguments.get(1));
        } catch (InvalidPathException invalid) {
            err.println("Not a folder: " + arguments.get(1));
            return WRONG_CALL;
        }
        if (!Files.isDirectory(folder)) {
            err.println("Not a folder: " + folder);
            return WRONG_CALL;
        }
        PublishedTables tables = PublishedTables.read(TableSource.folder(folder));
        print(tables, out);
        return tables.refusals().isEmpty() ? FINE : REFUSED;
    }

    private static void print(PublishedTables tables, PrintStream out) {
        out.println("ofsted.csv: " + tables.profiles().size() + " collaborations");
        tables.profiles()
                .forEach(row -> out.println("  " + row.number() + "  " + row.name() + ": " + row.schools()
                        + " schools, "
                        + row.outstanding() + " outstanding, " + row.good() + " good, " + row.requiresImprovement()
                        + " requires improvement, " + row.inadequate() + " inadequate, " + row.notInspected()
                        + " not inspected, " + Shares.text(row.goodOrBetterTenths()) + " good or better"));
        out.println("funding.csv: " + tables.funding().size() + " lines");
        tables.funding()
                .forEach(row -> out.println("  " + place(row) + "  " + row.name() + ": " + money(row) + ", continuing "
                        + row.continuing()));
        out.println("attainment.csv: " + tables.attainment().size() + " lines");
        tables.attainment().forEach(row -> {
            StringBuilder points = new StringBuilder();
            for (Measure measure : Measure.values()) {
                Integer change = row.points().get(measure);
                if (change != null) {
                    points.append(points.isEmpty() ? "" : ", ")
                            .append(measure)
                            .append(' ')
                            .append(change);
                }
            }
            out.println("  " + row.collaboration() + ": " + points);
        });
        out.println("Sums by round and area");
        PublishedTables.ROUND_COLUMNS.keySet().forEach(round -> sums(tables, round, out));
        out.println(
                tables.refusals().isEmpty()
                        ? "No line is refused"
                        : "Refused: " + tables.refusals().size());
        tables.refusals().forEach(refusal -> out.println("  " + refusal));
    }

    private static void sums(PublishedTables tables, String round, PrintStream out) {
        TreeMap<String, Money> byArea = new TreeMap<>();
        Money total = Money.ZERO;
        for (FundingLine line : tables.funding()) {
            byArea.merge(area(line), line.in(round), Money::plus);
            total = total.plus(line.in(round));
        }
        byArea.forEach((area, sum) -> out.println("  " + round + "  " + area + ": " + sum));
        out.println("  " + round + "  in all: " + total);
    }

    private static String area(FundingLine line) {
        return line.area() == null ? "All" : line.area().displayName();
    }

    private static String place(FundingLine line) {
        return line.district() == null
                ? area(line)
                : area(line) + ", " + line.district().name();
    }

    private static String money(FundingLine line) {
        StringBuilder text = new StringBuilder();
        line.money()
                .forEach((round, money) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(round)
                        .append(' ')
                        .append(money));
        return text.toString();
    }
}
