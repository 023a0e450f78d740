package org.schoolcollab.workflow.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.schoolcollab.workflow.gate.Outline;
import org.schoolcollab.workflow.gate.Outline.Step;
import org.schoolcollab.workflow.gate.Outline.Way;

/**
 * Compares two versions of a process step by step. Steps are the same where their ids are. Ways that only go through what was added or
 * removed are not said again: "adds a sign-off after the vote" says them.
 */
final class Comparison {

    /** From one step to another that both versions have, with what only one of them has taken out between. */
    private record Link(String from, String to) {}

    private final Outline old;
    private final Outline now;
    private final List<Change> changes = new ArrayList<>();
    private final List<PropertyChange> properties = new ArrayList<>();

    private Comparison(Outline old, Outline now) {
        this.old = old;
        this.now = now;
    }

    static Difference of(String before, String after) {
        return of(before, after, Map.of());
    }

    /** With the number of bids each change concerns, from where bids stand on the old version. */
    static Difference of(String before, String after, Map<String, Integer> standing) {
        Outline old = outline(before);
        Outline now = outline(after);
        Comparison comparison = new Comparison(old, now);
        comparison.process();
        comparison.removed();
        comparison.added();
        comparison.kept();
        comparison.ways();
        return new Difference(before, after, List.copyOf(comparison.changes), List.copyOf(comparison.properties))
                .concerning(old, now, standing);
    }

    /** A process that nothing was before. */
    static Difference ofNew(String xml) {
        Outline now = outline(xml);
        Comparison comparison = new Comparison(new Outline(now.key(), now.name(), Map.of(), Map.of()), now);
        comparison.added();
        return new Difference("", xml, List.copyOf(comparison.changes), List.copyOf(comparison.properties));
    }

    private static Outline outline(String xml) {
        return Outline.of(xml.getBytes(StandardCharsets.UTF_8));
    }

    private void process() {
        if (!old.name().equals(now.name())) {
            say(Change.Kind.CHANGED, now.key(), "processRenamed", old.name(), now.name());
        }
    }

    private void removed() {
        old.steps().values().stream()
                .filter(step -> now.step(step.id()) == null)
                .forEach(step -> {
                    if (step.on().isEmpty()) {
                        say(Change.Kind.REMOVED, step.id(), "removed", step.label(), sources(old, step));
                    } else {
                        say(Change.Kind.REMOVED, step.id(), "removedOn", step.label(), old.label(step.on()));
                    }
                    step.properties().forEach((name, value) -> property(step, name, value, ""));
                });
    }

    private void added() {
        now.steps().values().stream()
                .filter(step -> old.step(step.id()) == null)
                .forEach(step -> {
                    added(step);
                    step.properties().forEach((name, value) -> property(step, name, "", value));
                });
    }

    private void added(Step step) {
        Map<String, String> has = step.properties();
        switch (step.kind()) {
            case TASK ->
                say(
                        Change.Kind.ADDED,
                        step.id(),
                        "addedTask",
                        step.label(),
                        sources(now, step),
                        Values.words("group", has.getOrDefault("group", "")),
                        Values.words("deadline", has.getOrDefault("deadline", "")));
            case TIMER, MESSAGE, ERROR ->
                say(
                        Change.Kind.ADDED,
                        step.id(),
                        "addedOn",
                        step.label(),
                        now.label(step.on()),
                        Values.words("when", has.getOrDefault("when", has.getOrDefault("about", ""))),
                        targets(now, step));
            default -> say(Change.Kind.ADDED, step.id(), "added", step.label(), sources(now, step));
        }
    }

    private void kept() {
        now.steps().values().forEach(step -> {
            Step before = old.step(step.id());
            if (before == null) {
                return;
            }
            if (!before.name().equals(step.name())) {
                say(Change.Kind.CHANGED, step.id(), "renamed", before.label(), step.label());
            }
            if (!before.on().equals(step.on())) {
                say(
                        Change.Kind.MOVED,
                        step.id(),
                        "attached",
                        step.label(),
                        now.label(step.on()),
                        old.label(before.on()));
            }
            if (!before.part().equals(step.part())) {
                say(Change.Kind.MOVED, step.id(), "otherPart", step.label());
            }
            Set<String> names = new TreeSet<>(before.properties().keySet());
            names.addAll(step.properties().keySet());
            names.forEach(name -> kept(
                    step,
                    name,
                    before.properties().getOrDefault(name, ""),
                    step.properties().getOrDefault(name, "")));
        });
    }

    private void kept(Step step, String name, String before, String after) {
        if (!before.equals(after)) {
            property(step, name, before, after);
            say(
                    Change.Kind.CHANGED,
                    step.id(),
                    "property",
                    step.on().isEmpty() ? step.label() : step.label() + ", " + now.label(step.on()),
                    Phrase.of("workflow.property." + name),
                    Values.words(name, after),
                    Values.words(name, before));
        }
    }

    private void ways() {
        Map<Link, String> before = links(old, now);
        Map<Link, String> after = links(now, old);
        Set<Link> gone = new LinkedHashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        Set<Link> come = new LinkedHashSet<>(after.keySet());
        come.removeAll(before.keySet());
        moved(gone, come);
        gone.forEach(
                link -> say(Change.Kind.CHANGED, link.from(), "wayGone", old.label(link.from()), old.label(link.to())));
        come.forEach(link -> {
            String condition = after.get(link);
            if (condition == null || condition.isEmpty()) {
                say(Change.Kind.CHANGED, link.from(), "way", now.label(link.from()), now.label(link.to()));
            } else {
                say(
                        Change.Kind.CHANGED,
                        link.from(),
                        "wayWhen",
                        now.label(link.from()),
                        now.label(link.to()),
                        Values.words("condition", condition));
            }
        });
        after.forEach((link, condition) -> {
            String earlier = before.get(link);
            if (earlier != null && !earlier.equals(condition)) {
                say(
                        Change.Kind.CHANGED,
                        link.from(),
                        "condition",
                        now.label(link.from()),
                        now.label(link.to()),
                        Values.words("condition", condition),
                        Values.words("condition", earlier));
            }
        });
    }

    /** A step that left one place and stands in another says more than the ways that changed for it. */
    private void moved(Set<Link> gone, Set<Link> come) {
        for (Step step : now.steps().values()) {
            String id = step.id();
            boolean left = gone.stream().anyMatch(link -> link.to().equals(id))
                    && gone.stream().anyMatch(link -> link.from().equals(id));
            boolean arrived = come.stream().anyMatch(link -> link.to().equals(id))
                    && come.stream().anyMatch(link -> link.from().equals(id));
            Step before = old.step(id);
            if (before == null || !left || !arrived) {
                continue;
            }
            say(Change.Kind.MOVED, id, "moved", step.label(), sources(now, step), sources(old, before));
            closeGap(gone, come, id);
            closeGap(come, gone, id);
            gone.removeIf(link -> link.from().equals(id) || link.to().equals(id));
            come.removeIf(link -> link.from().equals(id) || link.to().equals(id));
        }
    }

    /** Where the step stood, its neighbours are now linked directly. */
    private static void closeGap(Set<Link> through, Set<Link> direct, String id) {
        for (Link in : through) {
            for (Link out : through) {
                if (in.to().equals(id) && out.from().equals(id)) {
                    direct.remove(new Link(in.from(), out.to()));
                }
            }
        }
    }

    /** Ways of one version between steps that both have, each with its condition, empty where it has none. */
    private static Map<Link, String> links(Outline of, Outline other) {
        Map<Link, String> links = new LinkedHashMap<>();
        of.steps().keySet().stream()
                .filter(id -> other.step(id) != null)
                .forEach(id -> follow(of, other, id, id, "", links, new HashSet<>()));
        return links;
    }

    private static void follow(
            Outline of,
            Outline other,
            String from,
            String at,
            String condition,
            Map<Link, String> links,
            Set<String> seen) {
        for (Way way : of.ways().values()) {
            if (!way.from().equals(at)) {
                continue;
            }
            String said = at.equals(from) ? way.condition() : condition;
            if (other.step(way.to()) != null) {
                links.merge(new Link(from, way.to()), said, (one, two) -> one + " " + two);
            } else if (seen.add(way.to())) {
                follow(of, other, from, way.to(), said, links, seen);
            }
        }
    }

    private static Phrase sources(Outline outline, Step step) {
        return listed(
                outline,
                outline.ways().values().stream()
                        .filter(way -> way.to().equals(step.id()))
                        .map(Way::from)
                        .toList());
    }

    private static Phrase targets(Outline outline, Step step) {
        return listed(
                outline,
                outline.ways().values().stream()
                        .filter(way -> way.from().equals(step.id()))
                        .map(Way::to)
                        .toList());
    }

    private static Phrase listed(Outline outline, List<String> ids) {
        List<String> labels = ids.stream().map(outline::label).distinct().toList();
        if (labels.isEmpty()) {
            return Phrase.of("workflow.difference.nothing");
        }
        Phrase all = Phrase.of("workflow.difference.quoted", labels.getFirst());
        for (String next : labels.subList(1, labels.size())) {
            all = Phrase.of("workflow.difference.and", all, Phrase.of("workflow.difference.quoted", next));
        }
        return all;
    }

    private void property(Step step, String name, String before, String after) {
        properties.add(new PropertyChange(
                step.id(), step.label(), name, Values.words(name, before), Values.words(name, after)));
    }

    private void say(Change.Kind kind, String step, String sentence, Object... arguments) {
        changes.add(new Change(kind, step, Phrase.of("workflow.difference." + sentence, arguments), -1));
    }
}
