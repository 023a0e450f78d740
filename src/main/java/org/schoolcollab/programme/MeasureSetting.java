package org.schoolcollab.programme;

import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.programme.Measures.Measure;
import org.schoolcollab.programme.RoundRulesFixed.By;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator sets what the targets of a round are measured by (§15, §31), until the first plan of the round is submitted. A plan
 * that names a measure which has gone keeps its words; its lead has to choose another before it is submitted.
 */
@UseCase
public class MeasureSetting {

    /** The most measures of a round. */
    public static final int MOST = 40;

    /** Characters of a label. */
    public static final int LABEL_LIMIT = 200;

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** At most two decimals, so that a bound is kept as it was typed. */
    private static final Pattern NUMBER = Pattern.compile("[-\u2212]?\\d{1,9}(\\.\\d{1,2})?");

    /** The list of a round, the version of the round that it was read from, and what keeps it from changing. */
    public record Setting(Round round, int version, List<Measure> measures, By fixedBy) {}

    private final Rounds rounds;
    private final RoundRegister register;
    private final Measures measures;
    private final PlanTerms terms;
    private final AuditTrail audit;

    MeasureSetting(Rounds rounds, RoundRegister register, Measures measures, PlanTerms terms, AuditTrail audit) {
        this.rounds = rounds;
        this.register = register;
        this.measures = measures;
        this.terms = terms;
        this.audit = audit;
    }

    /** @throws org.schoolcollab.shared.NotFound if there is no such round */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public Setting open(RoundId id) {
        Round round = rounds.get(id);
        return new Setting(round, register.version(id), measures.of(id), terms.fixedBy(round));
    }

    /**
     * Sets the list, in this order. Where it is as it was, nothing happens.
     *
     * @param version of the round that was on the screen
     * @throws RoundRulesFixed if a plan was submitted in the round, or it is closed
     * @throws ChangedMeanwhile if somebody has changed the round since
     * @throws ValidationFailed naming every gap, of the first measure as {@code measures[0].label}
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void set(RoundId id, int version, List<TypedMeasure> typed) {
        Round round = terms.lock(id, version);
        List<Measure> before = measures.of(id);
        List<Measure> after = checked(before, typed);
        if (described(after).equals(described(before))) {
            return;
        }
        measures.replace(id, after);
        register.touch(id);
        audit.record(Act.on("round", id.toString(), "programme.measuresSet", Roles.ADMINISTRATOR)
                .with("round", round.name())
                .changed("measures", described(before), described(after)));
    }

    private static List<Measure> checked(List<Measure> before, List<TypedMeasure> typed) {
        List<Problem> gaps = new ArrayList<>();
        if (typed.isEmpty()) {
            gaps.add(Problem.of("measures", "error.programme.measures.none"));
        }
        if (typed.size() > MOST) {
            gaps.add(Problem.of("measures", "error.programme.measures.tooMany", MOST));
        }
        Set<String> known = before.stream().map(Measure::code).collect(Collectors.toCollection(HashSet::new));
        Map<String, Integer> labels = new HashMap<>();
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            TypedMeasure one = typed.get(i);
            String name = "measures[" + i + "]";
            int number = i + 1;
            String label = label(name + ".label", one.label(), number, gaps);
            Integer same = labels.putIfAbsent(label.toLowerCase(Locale.ROOT), number);
            if (same != null && !label.isEmpty()) {
                gaps.add(Problem.of(name + ".label", "error.programme.measures.twice", number, same));
            }
            @Nullable BigDecimal lowest = bound(name + ".lowest", one.lowest(), number, gaps);
            @Nullable BigDecimal highest = bound(name + ".highest", one.highest(), number, gaps);
            if (one.percent()) {
                lowest = lowest == null ? BigDecimal.ZERO : lowest;
                highest = highest == null ? ALL : highest;
                percentage(name + ".lowest", lowest, number, gaps);
                percentage(name + ".highest", highest, number, gaps);
            }
            if (lowest != null && highest != null && lowest.compareTo(highest) >= 0) {
                gaps.add(Problem.of(
                        name + ".highest", "error.programme.measures.bounds", number, Measures.plain(lowest)));
            }
            // A code stays with its measure; each once.
            String code =
                    known.remove(one.code()) ? one.code() : UUID.randomUUID().toString();
            measures.add(new Measure(code, label, one.percent(), one.lessIsBetter(), lowest, highest));
        }
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        return measures;
    }

    private static String label(String field, String typed, int number, List<Problem> gaps) {
        try {
            String label = Texts.atMost(LABEL_LIMIT, field, typed);
            if (label.isEmpty()) {
                gaps.add(Problem.of(field, "error.programme.measures.label", number));
            }
            return label;
        } catch (ValidationFailed failed) {
            gaps.addAll(failed.problems());
            return "";
        }
    }

    private static @Nullable BigDecimal bound(String field, String typed, int number, List<Problem> gaps) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            gaps.add(Problem.of(field, "error.programme.measures.number", number));
            return null;
        }
        return new BigDecimal(text.replace('\u2212', '-'));
    }

    private static void percentage(String field, BigDecimal bound, int number, List<Problem> gaps) {
        if (bound.signum() < 0 || bound.compareTo(ALL) > 0) {
            gaps.add(Problem.of(field, "error.programme.measures.percent", number));
        }
    }

    private static String described(List<Measure> measures) {
        return measures.stream().map(MeasureSetting::described).collect(Collectors.joining("; "));
    }

    private static String described(Measure one) {
        String bounds = (one.lowest() == null ? "" : Measures.plain(one.lowest())) + " to "
                + (one.highest() == null ? "" : Measures.plain(one.highest()));
        return one.label() + " (" + (one.percent() ? "percent" : "number") + ", "
                + (one.lessIsBetter() ? "less is better" : "more is better")
                + (bounds.equals(" to ") ? "" : ", " + bounds.strip()) + ")";
    }
}
