package org.schoolcollab.bid.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.TargetGroup;
import org.schoolcollab.paper.Marks;
import org.schoolcollab.paper.Wording;
import org.schoolcollab.shared.Money;

/** A plan line by line as people read it; beside an earlier one, with what became of it since marked in the texts. */
final class PlanReading {

    /** A line of the plan, of the earlier one, or of both. */
    record Pair(@Nullable Line before, @Nullable Line after) {

        /** The line as it is, or was before it was removed. */
        Line any() {
            return after != null ? after : java.util.Objects.requireNonNull(before);
        }
    }

    private final PlanOutline now;
    private final @Nullable PlanOutline earlier;
    private final FieldText texts;
    private final Wording words;

    /** @param earlier what it is read beside, null for the plan alone */
    PlanReading(PlanOutline now, @Nullable PlanOutline earlier, FieldText texts, Wording words) {
        this.now = now;
        this.earlier = earlier;
        this.texts = texts;
        this.words = words;
    }

    PlanOutline now() {
        return now;
    }

    Optional<PlanOutline> earlier() {
        return Optional.ofNullable(earlier);
    }

    /** The lines of a section in which something is or was typed: those of the plan, then those that are gone. */
    List<Pair> lines(PlanSection section) {
        List<Pair> pairs = new ArrayList<>();
        for (Line line : now.plan().lines(section)) {
            Line was = earlier == null
                    ? null
                    : earlier.plan().find(section, line.id()).orElse(null);
            if (!line.nothingTyped()) {
                pairs.add(new Pair(was == null || was.nothingTyped() ? null : was, line));
            } else if (was != null && !was.nothingTyped()) {
                pairs.add(new Pair(was, null));
            }
        }
        if (earlier != null) {
            earlier.plan().lines(section).stream()
                    .filter(line -> !line.nothingTyped())
                    .filter(line -> now.plan().find(section, line.id()).isEmpty())
                    .forEach(line -> pairs.add(new Pair(line, null)));
        }
        return List.copyOf(pairs);
    }

    /** The fields that a section has once. */
    Pair itself(PlanSection section) {
        return new Pair(
                earlier == null ? null : earlier.plan().itself(section),
                now.plan().itself(section));
    }

    /** What a line is called; "Nothing yet" where it has no name. */
    String name(Pair line) {
        return marked(line, (plan, one) -> orNothing(plan.name(one)));
    }

    /** A field of a line, "Nothing yet" where nothing is typed. */
    String field(Pair line, String name) {
        return marked(line, (plan, one) -> orNothing(shown(one, name)), amount(line, name));
    }

    /**
     * A field of a line, empty where nothing is typed; links by the names of the lines that they lead to, the plan as a whole where to none; named
     * schools by their names.
     */
    String part(Pair line, PlanField field) {
        return marked(
                line,
                (plan, one) -> {
                    if (field.kind() == PlanField.Kind.LINES) {
                        String named = plan.named(one.field(field.name()));
                        return named.isEmpty() ? words.getTranslation("bid.parts.all") : named;
                    }
                    String text = shown(one, field.name());
                    String schools = field.choices() == TargetGroup.class && TargetGroup.isOfNamedSchools(one)
                            ? plan.named(one.field("schools"))
                            : "";
                    return schools.isEmpty() ? text : words.getTranslation("bid.parts.schools.named", text, schools);
                },
                amount(line, field.name()));
    }

    private String shown(Line line, String name) {
        return line.section()
                .field(line.id(), name)
                .map(field -> texts.shown(field, line.field(name)))
                .orElse("");
    }

    /** What the plan asks for. */
    String requested() {
        Money is = now.plan().draft(0).requested();
        return earlier == null ? is.format() : amounts(earlier.plan().draft(0).requested(), is);
    }

    /** A text of the plan beside the same of the earlier one. */
    String text(String before, String after) {
        return earlier == null ? Marks.plain(after) : Marks.between(before, after);
    }

    private String marked(Pair line, BiFunction<PlanOutline, Line, String> read) {
        return marked(line, read, Optional.empty());
    }

    private String marked(Pair line, BiFunction<PlanOutline, Line, String> read, Optional<String> amounts) {
        if (earlier == null) {
            return Marks.plain(read.apply(now, line.any()));
        }
        if (line.before() == null) {
            return Marks.added(read.apply(now, line.any()));
        }
        String before = read.apply(earlier, line.before());
        if (line.after() == null) {
            return Marks.removed(before);
        }
        return amounts.orElseGet(() -> Marks.between(before, read.apply(now, line.any())));
    }

    /** Of an amount that changed, both and by how much; nothing for everything else. */
    private Optional<String> amount(Pair line, String name) {
        Line before = line.before();
        Line after = line.after();
        if (before == null || after == null) {
            return Optional.empty();
        }
        return line.any()
                .section()
                .field(line.any().id(), name)
                .filter(field -> field.kind() == PlanField.Kind.AMOUNT)
                .flatMap(field -> PlanDraft.moneyIn(before.field(name)))
                .flatMap(was -> PlanDraft.moneyIn(after.field(name)).map(is -> amounts(was, is)));
    }

    /** An amount; where it changed, both and by how much. */
    String amounts(Money was, Money is) {
        if (was.equals(is)) {
            return is.format();
        }
        String change = is.isMoreThan(was)
                ? words.getTranslation("bid.revisions.more", is, is.minus(was))
                : words.getTranslation("bid.revisions.less", is, was.minus(is));
        return Marks.removed(was.format()) + " " + Marks.added(change);
    }

    private String orNothing(String text) {
        return text.isBlank() ? words.getTranslation("bid.plan.nothing") : text;
    }
}
