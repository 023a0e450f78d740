package org.schoolcollab.review.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.Criterion;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.review.SideBySide;
import org.schoolcollab.shared.TableFile;

/** Bids side by side as a file: the columns of the screen, each amount and score in a cell of its own. */
final class SideBySideFile {

    private SideBySideFile() {}

    static TableFile of(Component words, SideBySide.Table table) {
        @Nullable Rubric rubric = table.commonRubric();
        List<String> rounds = table.rows().stream()
                .flatMap(row -> row.past().stream())
                .map(SideBySide.Past::round)
                .distinct()
                .sorted()
                .toList();
        List<String> columns = new ArrayList<>(List.of(
                "collaboration",
                "round",
                "area",
                "district",
                "status",
                "revision",
                "school_count",
                "schools",
                "requested_gbp",
                "guide_gbp",
                "matched_gbp",
                "recommended_gbp",
                "less_than_requested_gbp",
                "agreed_gbp",
                "score",
                "best_score"));
        if (rubric != null) {
            rubric.scores().forEach(criterion -> columns.add(CriterionWords.ofScore(words, criterion)));
        }
        rounds.forEach(round -> columns.add("earlier_gbp " + round));
        return new TableFile(
                List.copyOf(columns),
                table.rows().stream().map(row -> cells(row, rubric, rounds)).toList());
    }

    private static List<@Nullable Object> cells(SideBySide.Row row, @Nullable Rubric rubric, List<String> rounds) {
        BidSummary bid = row.bid();
        SideBySide.Scores scores = row.scores();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(bid.collaborationName());
        cells.add(bid.roundName());
        cells.add(bid.areaName());
        cells.add(bid.districtName());
        cells.add(bid.status().name());
        cells.add(bid.revision());
        cells.add(bid.memberCount());
        cells.add(String.join("; ", row.schools()));
        cells.add(bid.requested());
        cells.add(bid.guide());
        cells.add(bid.matched());
        cells.add(bid.recommended());
        cells.add(row.lessThanRequested());
        cells.add(bid.agreed());
        cells.add(scores == null ? null : scores.sum());
        cells.add(scores == null ? null : scores.rubric().topSum());
        if (rubric != null) {
            List<Criterion> criteria = rubric.scores();
            for (int i = 0; i < criteria.size(); i++) {
                cells.add(scores == null ? null : scores.given().get(i));
            }
        }
        rounds.forEach(round -> cells.add(row.past().stream()
                .filter(past -> past.round().equals(round))
                .map(SideBySide.Past::amount)
                .findFirst()
                .orElse(null)));
        return cells;
    }
}
