package org.schoolcollab.programme.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.collaboration.Slug;
import org.schoolcollab.programme.Shares;
import org.schoolcollab.programme.published.CsvTable.Row;
import org.schoolcollab.programme.published.RowReader.Wrong;

/**
 * The three published tables, each line either taken or refused with its reason; nothing is guessed. The importer and
 * {@code portal programme check} read with this same class.
 *
 * @param variants names as printed elsewhere, to names as in ofsted.csv
 */
public record PublishedTables(
        List<Profile> profiles,
        List<FundingLine> funding,
        List<AttainmentChange> attainment,
        Map<String, String> variants,
        List<Refusal> refusals) {

    public static final String OFSTED = "ofsted.csv";
    public static final String FUNDING = "funding.csv";
    public static final String ATTAINMENT = "attainment.csv";
    public static final String VARIANTS = "name-variants.csv";

    /** Names of the two rounds with published money, and the columns they stand in. */
    public static final Map<String, String> ROUND_COLUMNS = roundColumns();

    private static final List<String> OFSTED_COLUMNS = List.of(
            "number",
            "collaboration",
            "schools",
            "outstanding",
            "good",
            "requires_improvement",
            "inadequate",
            "not_inspected",
            "percent_good_or_better");

    private static Map<String, String> roundColumns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("2012/13", "funding_2012_13_gbp");
        columns.put("2013/14", "funding_2013_14_gbp");
        return java.util.Collections.unmodifiableMap(columns);
    }

    /** Reads and checks all tables; never throws for what stands in them. */
    public static PublishedTables read(TableSource source) {
        List<Refusal> refusals = new ArrayList<>();
        List<Row> ofsted = CsvTable.read(source, OFSTED, OFSTED_COLUMNS, refusals);
        List<Profile> profiles = profiles(ofsted, refusals);
        Map<String, String> variants = variants(refusals);
        Names names = new Names(profiles, refusedNames(ofsted, profiles), variants);
        List<FundingLine> funding = new FundingTable(names).read(source, refusals);
        List<AttainmentChange> attainment = new AttainmentTable(names).read(source, refusals);
        refusals.sort(Comparator.comparingInt((Refusal refusal) ->
                        List.of(OFSTED, FUNDING, ATTAINMENT).indexOf(refusal.file()))
                .thenComparingInt(Refusal::line));
        return new PublishedTables(profiles, funding, attainment, variants, List.copyOf(refusals));
    }

    /** The explicit table of names comes with the portal: no folder that is checked may bring its own. */
    private static Map<String, String> variants(List<Refusal> refusals) {
        return CsvTable.read(
                        TableSource.shipped(), VARIANTS, List.of("as_printed", "collaboration", "source"), refusals)
                .stream()
                .collect(Collectors.toMap(row -> row.text("as_printed"), row -> row.text("collaboration")));
    }

    private static List<Profile> profiles(List<Row> rows, List<Refusal> refusals) {
        Map<Integer, Integer> lineOfNumber = new HashMap<>();
        Map<String, Integer> lineOfSlug = new HashMap<>();
        return RowReader.all(OFSTED, rows, refusals, row -> {
            Profile profile = profile(row);
            Integer sameName = lineOfSlug.get(profile.slug());
            if (sameName != null) {
                throw new Wrong(Shown.text(profile.name()) + " stands in line " + sameName + " already");
            }
            Integer sameNumber = lineOfNumber.get(profile.number());
            if (sameNumber != null) {
                throw new Wrong("number " + profile.number() + " stands in line " + sameNumber + " already");
            }
            lineOfSlug.put(profile.slug(), row.line());
            lineOfNumber.put(profile.number(), row.line());
            return profile;
        });
    }

    private static Profile profile(Row row) throws Wrong {
        String name = RowReader.name(row, "collaboration");
        String slug = Slug.of(name);
        if (slug.isEmpty()) {
            throw new Wrong("collaboration " + Shown.text(name) + " holds no letter");
        }
        Profile profile = new Profile(
                row.line(),
                RowReader.count(row, "number"),
                name,
                slug,
                RowReader.count(row, "schools"),
                RowReader.count(row, "outstanding"),
                RowReader.count(row, "good"),
                RowReader.count(row, "requires_improvement"),
                RowReader.count(row, "inadequate"),
                RowReader.count(row, "not_inspected"),
                RowReader.tenths(row, "percent_good_or_better"));
        long sum = (long) profile.outstanding()
                + profile.good()
                + profile.requiresImprovement()
                + profile.inadequate()
                + profile.notInspected();
        if (profile.number() == 0 || profile.schools() == 0) {
            throw new Wrong((profile.number() == 0 ? "number" : "schools") + " is 0");
        }
        if (profile.schools() > MOST_SCHOOLS) {
            throw new Wrong("schools is " + profile.schools() + ", more than the county has");
        }
        if (sum != profile.schools()) {
            throw new Wrong("the judgements add up to " + sum + ", schools is " + profile.schools());
        }
        int computed = Profile.goodOrBetterTenths(profile.outstanding(), profile.good(), profile.schools());
        if (computed != profile.goodOrBetterTenths()) {
            throw new Wrong("percent_good_or_better is "
                    + Shown.text(row.text("percent_good_or_better"))
                    + ", the judgements give " + Shares.text(computed));
        }
        return profile;
    }

    private static final int MOST_SCHOOLS = 10_000;

    private static Set<String> refusedNames(List<Row> rows, List<Profile> taken) {
        Set<String> refused =
                rows.stream().map(row -> row.text("collaboration")).collect(Collectors.toSet());
        taken.forEach(profile -> refused.remove(profile.name()));
        return refused;
    }

    /** Which names mean a collaboration. */
    static final class Names {

        private final Set<String> known = new HashSet<>();
        private final Set<String> refused;
        private final Map<String, String> variants;

        Names(List<Profile> profiles, Set<String> refused, Map<String, String> variants) {
            profiles.forEach(profile -> known.add(profile.name()));
            this.refused = refused;
            this.variants = variants;
        }

        Optional<String> find(String printed) {
            if (known.contains(printed)) {
                return Optional.of(printed);
            }
            return Optional.ofNullable(variants.get(printed)).filter(known::contains);
        }

        /** The collaboration of this name, letter by letter or by the table of variants. */
        String require(String printed) throws Wrong {
            Optional<String> found = find(printed);
            if (found.isPresent()) {
                return found.get();
            }
            String canonical = Objects.requireNonNull(variants.getOrDefault(printed, printed));
            throw new Wrong(
                    refused.contains(canonical)
                            ? Shown.text(printed) + " stands in a line of " + OFSTED + " that was refused"
                            : Shown.text(printed) + " is neither a collaboration of " + OFSTED
                                    + " nor in the table of name variants");
        }
    }
}
