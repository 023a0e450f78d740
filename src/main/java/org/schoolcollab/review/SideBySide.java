package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidFilter;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSort;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.BidSums;
import org.schoolcollab.bid.MembersOfBids;
import org.schoolcollab.review.domain.Comparisons;
import org.schoolcollab.review.domain.Rubrics;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bids that a person may see beside each other: request, guide amount, recommendation and scores, members, and what their
 * collaborations had before. Who sees which bid is decided where lists of bids are.
 */
@UseCase
public class SideBySide {

    private static final int PAGE = 200;

    /**
     * One bid.
     *
     * @param schools names of the schools of the bid: of a submitted one those by whom it was submitted
     * @param scores of the recommendation, in the order of the rubric's criteria; empty where there is none
     * @param past what was agreed or published for the collaboration in other rounds, the latest first
     */
    public record Row(
            BidSummary bid, List<String> schools, @Nullable Scores scores, List<Past> past) {

        /** How much less was recommended than asked for; null without a recommendation. */
        public @Nullable Money lessThanRequested() {
            Money recommended = bid.recommended();
            return recommended == null ? null : bid.requested().minus(recommended);
        }
    }

    /** The scores of one recommendation, with the rubric that they were given by. */
    public record Scores(Rubric rubric, List<Integer> given) {

        public int sum() {
            return given.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Money of another round. */
    public record Past(String round, Money amount) {}

    /** All rows that fit, and their sums as the database adds them. */
    public record Table(List<Row> rows, BidSums sums) {

        /** The rubric that all scores were given by; null where there are several, or none. */
        public @Nullable Rubric commonRubric() {
            List<Rubric> all = rows.stream()
                    .map(Row::scores)
                    .filter(Objects::nonNull)
                    .map(Scores::rubric)
                    .distinct()
                    .toList();
            return all.size() == 1 ? all.getFirst() : null;
        }
    }

    private final BidQueries bids;
    private final Comparisons comparisons;
    private final MembersOfBids members;
    private final Rubrics rubrics;

    SideBySide(BidQueries bids, Comparisons comparisons, MembersOfBids members, Rubrics rubrics) {
        this.bids = bids;
        this.comparisons = comparisons;
        this.members = members;
        this.rubrics = rubrics;
    }

    /** Every bid that fits the filter and that this person may see. */
    @RolesAllowed({
        Roles.ADVISER,
        Roles.BOARD_MEMBER,
        Roles.BOARD_CHAIR,
        Roles.FINANCE_OFFICER,
        Roles.FINANCE_APPROVER,
        Roles.ADMINISTRATOR,
        Roles.AUDITOR
    })
    @Transactional(readOnly = true)
    public Table table(BidFilter filter, BidSort sort, boolean descending) {
        BidSums sums = bids.sums(filter);
        List<BidSummary> found = new ArrayList<>();
        while (found.size() < sums.count()) {
            List<BidSummary> page = bids.list(filter, sort, descending, found.size(), PAGE);
            if (page.isEmpty()) {
                break;
            }
            found.addAll(page);
        }
        return new Table(rows(found), sums);
    }

    private List<Row> rows(List<BidSummary> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<BidId, Comparisons.Given> scores = comparisons.scores(found);
        var schools = members.names(found);
        var past = comparisons.past(found);
        return found.stream()
                .map(bid -> new Row(
                        bid,
                        schools.getOrDefault(bid.id(), List.of()),
                        scores(scores.get(bid.id())),
                        past.getOrDefault(bid.collaborationId(), List.of()).stream()
                                .filter(one -> !one.round().equals(bid.roundName()))
                                .toList()))
                .toList();
    }

    private @Nullable Scores scores(Comparisons.@Nullable Given given) {
        if (given == null) {
            return null;
        }
        Rubric rubric = rubrics.get(given.rubric());
        List<Integer> inOrder = rubric.scores().stream()
                .map(criterion -> given.byCode().get(criterion.code()))
                .filter(Objects::nonNull)
                .toList();
        return inOrder.isEmpty() ? null : new Scores(rubric, inOrder);
    }
}
