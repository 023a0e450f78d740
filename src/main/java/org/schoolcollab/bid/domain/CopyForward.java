package org.schoolcollab.bid.domain;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.LinePlace;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;

/**
 * How lines of an earlier round's plan become lines of a draft (decision 26). Each gets an id that follows from the two bids and from its
 * own: what is copied twice is there once, and a link finds the copy of what it led to. What a plan has once, and what it says of each
 * school, is filled in where the draft says nothing. Nothing that stands in the draft is touched.
 */
public final class CopyForward {

    /** The sections whose lines may be copied. */
    public static final List<PlanSection> SECTIONS = List.of(
            PlanSection.PRIORITIES,
            PlanSection.ACTIVITIES,
            PlanSection.TARGETS,
            PlanSection.BUDGET,
            PlanSection.SUPPORT,
            PlanSection.SKILLS);

    /** Texts that a plan has once and that may go on; its amounts and what explains them are of their round. */
    private static final Set<String> ONCE = Set.of("matchedBy", "support");

    /** Texts that speak of the last round's values. */
    private static final Set<String> OF_THEIR_ROUND = Set.of("source", "confirmed");

    /**
     * What a target starts from in the new round.
     *
     * @param value as the report has it
     * @param source where it is from, in words
     * @param reported day of the report
     */
    public record Baseline(String value, String source, LocalDate reported) {}

    /**
     * What the new round knows.
     *
     * @param measures labels of its list
     * @param schools ids of the draft's member schools
     */
    public record Terms(Set<String> measures, Set<String> schools) {}

    private final BidId bid;
    private final PlanFields draft;
    private final BidId earlierBid;
    private final PlanFields earlier;

    /**
     * @param bid whose draft gets the lines
     * @param earlierBid whose plan they are from
     */
    public CopyForward(BidId bid, PlanFields draft, BidId earlierBid, PlanFields earlier) {
        this.bid = bid;
        this.draft = draft;
        this.earlierBid = earlierBid;
        this.earlier = earlier;
    }

    /** The id that a line's copy has, wherever it is copied and however often. */
    public String idOfCopy(LinePlace place) {
        String name = bid + "/" + earlierBid + "/" + place.section().name() + "/" + place.id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What of the earlier plan may be copied: its lines, and what it says once. */
    public List<LinePlace> places() {
        return SECTIONS.stream()
                .flatMap(section -> Stream.concat(
                        earlier.lines(section).stream().filter(line -> !line.nothingTyped()),
                        Stream.of(earlier.itself(section)).filter(CopyForward::saysWhatGoesOn)))
                .map(line -> new LinePlace(line.section(), line.id()))
                .toList();
    }

    private static boolean saysWhatGoesOn(Line itself) {
        return ONCE.stream().anyMatch(field -> !itself.field(field).isBlank());
    }

    /** Whether it is filled in, where lines are added otherwise. */
    private static boolean isFilledIn(LinePlace place) {
        return place.section().linesAreSchools() || place.id().equals(PlanFields.ITSELF);
    }

    /** The line of the draft that is the copy of this one, was chosen from the catalogue like it, or says something in its place. */
    public Optional<String> inDraft(LinePlace place) {
        if (isFilledIn(place)) {
            return draft.find(place.section(), place.id())
                    .filter(line -> place.section().linesAreSchools() ? !line.nothingTyped() : saysAllThatGoesOn(line))
                    .map(Line::id);
        }
        String copy = idOfCopy(place);
        if (draft.find(place.section(), copy).isPresent()) {
            return Optional.of(copy);
        }
        String code =
                earlier.find(place.section(), place.id()).map(PlanTexts::code).orElse("");
        return code.isEmpty()
                ? Optional.empty()
                : draft.lines(place.section()).stream()
                        .filter(line -> PlanTexts.code(line).equals(code))
                        .map(Line::id)
                        .findFirst();
    }

    private boolean saysAllThatGoesOn(Line itself) {
        Line then = earlier.itself(itself.section());
        return ONCE.stream()
                .allMatch(field ->
                        then.field(field).isBlank() || !itself.field(field).isBlank());
    }

    /**
     * The edits that add what is chosen behind what the draft holds, or fill it in, in the order of the earlier plan. What is in the draft
     * already, is not in the earlier plan, or is about a school that is no member any more, is left out.
     *
     * @param removed whether somebody has removed a copy since: it is put back, since it was chosen again
     * @param baselines by the id of the earlier target; empty where targets start without one
     */
    public List<PlanEdit> edits(
            Set<LinePlace> chosen, Predicate<LinePlace> removed, Map<String, Baseline> baselines, Terms terms) {
        List<LinePlace> places = chosen(chosen);
        List<PlanEdit> edits = new ArrayList<>();
        for (LinePlace place : places) {
            Line line = earlier.find(place.section(), place.id()).orElseThrow();
            if (isFilledIn(place)) {
                edits.addAll(filledIn(line, terms));
                continue;
            }
            String id = idOfCopy(place);
            Map<String, String> fields = fields(line, places, baselines.get(line.id()), terms);
            // No line has the id of the new one, so it goes to the end.
            edits.add(
                    removed.test(place)
                            ? new PlanEdit.PutBack(place.section(), id, id, fields)
                            : new PlanEdit.Add(place.section(), id, id, fields));
        }
        return List.copyOf(edits);
    }

    private List<LinePlace> chosen(Set<LinePlace> chosen) {
        return places().stream()
                .filter(chosen::contains)
                .filter(place -> inDraft(place).isEmpty())
                .toList();
    }

    private List<PlanEdit> filledIn(Line then, Terms terms) {
        PlanSection section = then.section();
        if (section.linesAreSchools() && !terms.schools().contains(then.id())) {
            return List.of();
        }
        Optional<Line> now = draft.find(section, then.id());
        List<PlanEdit> edits = new ArrayList<>();
        for (PlanField field : section.fields(then.id())) {
            String seen = now.map(line -> line.field(field.name())).orElse("");
            boolean goesOn = section.linesAreSchools() || ONCE.contains(field.name());
            if (goesOn && seen.isBlank() && !then.field(field.name()).isBlank()) {
                edits.add(new PlanEdit.Type(section, then.id(), field.name(), seen, then.field(field.name())));
            }
        }
        return edits;
    }

    private Map<String, String> fields(Line line, List<LinePlace> copied, @Nullable Baseline baseline, Terms terms) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (PlanField field : line.section().fields(line.id())) {
            String text = text(field, line, copied, terms);
            if (!text.isEmpty()) {
                fields.put(field.name(), text);
            }
        }
        if (baseline != null && line.section() == PlanSection.TARGETS) {
            fields.put("baseline", baseline.value());
            fields.put("source", baseline.source());
            fields.put("baselineOn", measured(line, baseline.reported()).toString());
        }
        return fields;
    }

    /** A result is as old as the day that its target was for; of one reported before that day, as the report. */
    private static LocalDate measured(Line target, LocalDate reported) {
        return Optional.of(target.field("by"))
                .filter(by -> !by.isEmpty())
                .map(LocalDate::parse)
                .filter(by -> !by.isAfter(reported))
                .orElse(reported);
    }

    private String text(PlanField field, Line line, List<LinePlace> copied, Terms terms) {
        String text = line.field(field.name());
        return switch (field.kind()) {
            case DATE, NUMBER -> "";
            case LINES, SCHOOLS ->
                PlanField.several(text).stream()
                        .flatMap(id -> linked(id, copied, terms).stream())
                        .collect(Collectors.joining(" "));
            case TEXT -> {
                boolean unlisted =
                        field.name().equals("listed") && !terms.measures().contains(text);
                yield unlisted || OF_THEIR_ROUND.contains(field.name()) ? "" : text;
            }
            default -> text;
        };
    }

    /** What a link of the earlier plan leads to in the draft: a copy, a line chosen like it, or a school that still is a member. */
    private Optional<String> linked(String id, List<LinePlace> copied, Terms terms) {
        if (terms.schools().contains(id)) {
            return Optional.of(id);
        }
        for (PlanSection section : SECTIONS) {
            LinePlace place = new LinePlace(section, id);
            if (copied.contains(place)) {
                return Optional.of(idOfCopy(place));
            }
            Optional<String> there = inDraft(place);
            if (there.isPresent()) {
                return there;
            }
        }
        return Optional.empty();
    }
}
