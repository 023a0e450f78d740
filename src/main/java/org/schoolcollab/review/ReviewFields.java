package org.schoolcollab.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.shared.Money;

/**
 * A review's draft field by field, by the names that refusals use; a field in which nothing stands is left out. So two windows that
 * changed different fields both keep what they typed.
 */
record ReviewFields(Map<String, Object> values) {

    private static final String COMMENT = "comment";
    private static final String RECOMMENDED = "recommended";
    private static final String CONDITIONS = "conditions";
    private static final String POINTS = "points";
    private static final UUID NO_ID = new UUID(0, 0);

    static ReviewFields of(ReviewDraft draft) {
        Map<String, Object> values = new LinkedHashMap<>();
        draft.checks().forEach((code, check) -> {
            put(values, Review.answerField(code), check.answer());
            put(values, Review.noteField(code), check.note());
        });
        draft.scores().forEach((code, score) -> {
            put(values, Review.scoreField(code), score.score());
            put(values, Review.reasonField(code), score.reason());
        });
        put(values, COMMENT, draft.comment());
        put(values, RECOMMENDED, draft.recommended());
        put(values, CONDITIONS, draft.conditions());
        put(
                values,
                POINTS,
                draft.points().stream()
                        .map(point -> new PlanPoint(
                                NO_ID, point.place(), point.placeName(), point.words(), point.toAnswer(), null))
                        .toList());
        return new ReviewFields(values);
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null && !value.equals("") && !value.equals(List.of())) {
            values.put(field, value);
        }
    }

    @Nullable
    Object get(String field) {
        return values.get(field);
    }

    /** The same with another value in one field; null for none. */
    ReviewFields with(String field, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.remove(field);
        put(changed, field, value);
        return new ReviewFields(changed);
    }

    /** Names of the fields that differ. */
    List<String> differences(ReviewFields other) {
        return java.util.stream.Stream.concat(values.keySet().stream(), other.values.keySet().stream())
                .distinct()
                .filter(field -> !Objects.equals(get(field), other.get(field)))
                .toList();
    }

    /** What stands in a field, to be read. */
    String words(String field) {
        Object value = get(field);
        if (value instanceof List<?> points) {
            return points.stream()
                    .map(point -> point instanceof PlanPoint said ? said.words() : "")
                    .collect(Collectors.joining("; "));
        }
        return value instanceof Money money ? money.format() : Objects.toString(value, "");
    }

    /** As a draft for this rubric. */
    ReviewDraft draft(Rubric rubric) {
        Map<String, ReviewDraft.Check> checks = new HashMap<>();
        rubric.checks().stream().map(Criterion::code).forEach(code -> {
            CheckAnswer answer = (CheckAnswer) get(Review.answerField(code));
            String note = words(Review.noteField(code));
            if (answer != null || !note.isEmpty()) {
                checks.put(code, new ReviewDraft.Check(answer, note));
            }
        });
        Map<String, ReviewDraft.Score> scores = new HashMap<>();
        rubric.scores().stream().map(Criterion::code).forEach(code -> {
            Integer score = (Integer) get(Review.scoreField(code));
            String reason = words(Review.reasonField(code));
            if (score != null || !reason.isEmpty()) {
                scores.put(code, new ReviewDraft.Score(score, reason));
            }
        });
        return new ReviewDraft(checks, scores, words(COMMENT), (Money) get(RECOMMENDED), words(CONDITIONS), points());
    }

    private List<PlanPoint> points() {
        return get(POINTS) instanceof List<?> points
                ? points.stream()
                        .filter(PlanPoint.class::isInstance)
                        .map(PlanPoint.class::cast)
                        .map(point -> new PlanPoint(
                                UUID.randomUUID(),
                                point.place(),
                                point.placeName(),
                                point.words(),
                                point.toAnswer(),
                                null))
                        .toList()
                : List.of();
    }
}
