package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.NotFound;

/** Who sees and lists which bids, in which order. */
class BidQueriesModuleTest extends BidScene {

    @Test
    void saysThatAnUnknownBidDoesNotExist() {
        logIn.as("lead." + HYTHE);

        assertThatThrownBy(() -> queries.summary(BidId.random())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafting.open(BidId.random())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "lead.hythe-hub, true, true",
        "head.hythe-hub, true, true",
        "adviser.south, true, true",
        "finance.officer, true, true",
        "auditor, true, true",
        "admin, true, true",
        "chair.south, false, true",
        "board2.south, false, true",
        "lead.deal-learning-alliance, false, false",
        "adviser.east, false, false",
        "chair.east, false, false",
        "forum, false, false",
        "editor, false, false"
    })
    void showsABidToThoseItConcernsAndListsTheSame(String person, boolean draft, boolean submitted) {
        BidId bid = fixtures.completeDraft(HYTHE);
        assertThat(sees(person, bid)).isEqualTo(draft);
        assertThat(lists(person, bid)).isEqualTo(draft);

        fixtures.consented(bid);
        logIn.run("lead." + HYTHE, () -> submission.submit(bid));

        assertThat(sees(person, bid)).isEqualTo(submitted);
        assertThat(lists(person, bid)).isEqualTo(submitted);
    }

    private boolean sees(String person, BidId bid) {
        return logIn.as(person, () -> {
            try {
                return queries.outline(bid) != null && queries.summary(bid) != null;
            } catch (AccessRefused refused) {
                return false;
            }
        });
    }

    private boolean lists(String person, BidId bid) {
        return logIn.as(person, () -> {
            List<BidSummary> found = queries.list(BidFilter.none(), BidSort.COLLABORATION, false, 0, 50);
            assertThat(queries.count(BidFilter.none())).isEqualTo(found.size());
            return found.stream().anyMatch(summary -> summary.id().equals(bid));
        });
    }

    @Test
    void findsByRoundAreaStatusAndText() {
        BidId hythe = fixtures.submittedBid(HYTHE);
        BidId canterbury = fixtures.completeDraft("canterbury-collaborative", "9000", "4500");
        logIn.as("auditor");
        BidSummary summary = queries.summary(hythe);

        assertThat(ids(new BidFilter(summary.roundId(), null, null, null))).containsExactly(canterbury, hythe);
        assertThat(ids(new BidFilter(null, "SOUTH", null, null))).containsExactly(hythe);
        assertThat(ids(new BidFilter(null, null, BidStatus.DRAFTING, null))).containsExactly(canterbury);
        assertThat(ids(new BidFilter(null, null, null, "hYTHE"))).containsExactly(hythe);
        assertThat(ids(new BidFilter(null, "EAST", null, "%"))).isEmpty();
    }

    private List<BidId> ids(BidFilter filter) {
        return queries.list(filter, BidSort.COLLABORATION, false, 0, 50).stream()
                .map(BidSummary::id)
                .toList();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(BidSort.class)
    void sortsByEveryColumnBothWaysAndPageByPage(BidSort sort) {
        fixtures.submittedBid(HYTHE);
        fixtures.completeDraft("canterbury-collaborative", "9000", "4500");
        fixtures.draftBid("m7-partnership");
        logIn.as("auditor");

        List<BidSummary> all = queries.list(BidFilter.none(), sort, false, 0, 50);
        assertThat(all).hasSize(3);
        assertThat(queries.list(BidFilter.none(), sort, false, 2, 1)).containsExactly(all.get(2));
        assertThat(queries.list(BidFilter.none(), sort, true, 0, 50)).containsExactlyInAnyOrderElementsOf(all);
    }
}
