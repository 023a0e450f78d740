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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.programme.Measures.Measure;
import org.schoolcollab.programme.RoundRulesFixed.By;
import org.schoolcollab.security.Roles;
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

    /** The list of a round, and what keeps it from changing. */
    public record Setting(Round round, List<Measure> measures, By fixedBy) {}

    /** Somebody else has set another list since it was read; says what is different now. */
    public static final class ChangedByOthers extends ValidationFailed {

        private final transient List<Measure> now;

        private ChangedByOthers(List<Problem> changes, List<Measure> now) {
            super(changes);
            this.now = now;
        }

        /** The list as it is now: whoever saves against this one has been told. */
        public List<Measure> now() {
            return now;
        }
    }

    /**
     * A measure that plans name and that a new list does not have any more, or has in other words.
     *
     * @param plans how many plans that are being written name it
     */
    public record Loss(String label, int plans) {}

    private final Rounds rounds;
    private final RoundRegister register;
    private final Measures measures;
    private final PlanTerms terms;
    private final BidsOfRound bids;
    private final AuditTrail audit;

    MeasureSetting(
            Rounds rounds,
            RoundRegister register,
            Measures measures,
            PlanTerms terms,
            BidsOfRound bids,
            AuditTrail audit) {
        this.rounds = rounds;
        this.register = register;
        this.measures = measures;
        this.terms = terms;
        this.bids = bids;
        this.audit = audit;
    }

    /** @throws org.schoolcollab.shared.NotFound if there is no such round */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public Setting open(RoundId id) {
        Round round = rounds.get(id);
        return new Setting(round, measures.of(id), terms.fixedBy(round));
    }

    /**
     * What this list would take from plans that are being written: whoever leads them has to choose another measure before they submit.
     *
     * @throws ValidationFailed like {@link #set}
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<Loss> losses(RoundId id, List<TypedMeasure> typed) {
        List<Measure> before = measures.of(rounds.get(id).id());
        Set<String> kept = checked(before, typed).stream().map(Measure::label).collect(Collectors.toSet());
        Map<String, Integer> named = bids.plansByMeasure(id);
        return before.stream()
                .map(Measure::label)
                .filter(label -> named.containsKey(label) && !kept.contains(label))
                .map(label -> new Loss(label, named.getOrDefault(label, 0)))
                .toList();
    }

    /**
     * Sets the list, in this order. Where it is as it was, nothing happens.
     *
     * @param seen the list that the person was shown last
     * @throws RoundRulesFixed if a plan was submitted in the round, or it is closed
     * @throws ChangedByOthers if the list that would be replaced is not the one that was seen
     * @throws ValidationFailed naming every gap, of the first measure as {@code measures[0].label}
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void set(RoundId id, List<Measure> seen, List<TypedMeasure> typed) {
        Round round = terms.lock(id);
        List<Measure> before = measures.of(id);
        List<Measure> after = checked(before, typed);
        if (described(after).equals(described(before))) {
            return;
        }
        refuseUnseen(before, seen);
        measures.replace(id, after);
        register.touch(id);
        audit.record(Act.on("round", id.toString(), "programme.measuresSet", Roles.ADMINISTRATOR)
                .with("round", round.name())
                .changed("measures", described(before), described(after)));
    }

    /** A list that somebody else has set is not replaced by a person who does not know of it. */
    private static void refuseUnseen(List<Measure> now, List<Measure> seen) {
        if (described(now).equals(described(seen))) {
            return;
        }
        List<Problem> changes = new ArrayList<>(List.of(Problem.of("measures", "error.programme.measures.changed")));
        List<String> more = differing(now, seen);
        if (!more.isEmpty()) {
            changes.add(Problem.of("measures", "error.programme.measures.changed.more", String.join("; ", more)));
        }
        Set<String> left = now.stream().map(Measure::label).collect(Collectors.toSet());
        List<String> gone = seen.stream()
                .map(Measure::label)
                .filter(label -> !left.contains(label))
                .toList();
        if (!gone.isEmpty()) {
            changes.add(Problem.of("measures", "error.programme.measures.changed.gone", String.join("; ", gone)));
        }
        throw new ChangedByOthers(changes, now);
    }

    /** The words of those that are not among the others as they are. */
    private static List<String> differing(List<Measure> measures, List<Measure> others) {
        Set<String> known = others.stream().map(MeasureSetting::described).collect(Collectors.toSet());
        return measures.stream()
                .filter(one -> !known.contains(described(one)))
                .map(Measure::label)
                .toList();
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
            @Nullable BigDecimal lowest = bound(name + ".lowest", one.lowest(), one.percent(), number, gaps);
            @Nullable BigDecimal highest = bound(name + ".highest", one.highest(), one.percent(), number, gaps);
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

    private static @Nullable BigDecimal bound(
            String field, String typed, boolean percent, int number, List<Problem> gaps) {
        if (typed.isBlank()) {
            return null;
        }
        BigDecimal bound = TypedMeasure.number(typed, percent).orElse(null);
        if (bound == null) {
            gaps.add(Problem.of(
                    field, percent ? "error.programme.measures.percent" : "error.programme.measures.number", number));
        }
        return bound;
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
