package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.review.ReviewKept.Conflict;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review keeps what is filled in as it is filled in, from several windows. */
@PortalTest
class ReviewKeepingModuleTest {

    private static final String ADVISER = "adviser.south";

    @Autowired
    PlanReview review;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Test
    void twoWindowsThatFillInDifferentFieldsBothKeepThem() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as(ADVISER);
        ReviewDraft one = new ReviewDraft(
                Map.of("NEEDS", new ReviewDraft.Check(CheckAnswer.PARTLY, "Where is Year 6?")),
                Map.of(),
                "",
                Money.ofPounds(20_000),
                "",
                List.of());
        ReviewDraft two = new ReviewDraft(
                Map.of("NEEDS", new ReviewDraft.Check(null, "")),
                Map.of("IMPACT", new ReviewDraft.Score(3, "Seen")),
                "Sound",
                null,
                "",
                List.of(PlanPoint.toAnswer("Ask for less")));

        assertThat(review.keep(bid, ReviewDraft.empty(), one).whole()).isTrue();
        ReviewKept second = review.keep(bid, ReviewDraft.empty(), two);

        assertThat(second.conflicts()).isEmpty();
        assertThat(second.whole()).as("the other window knows more").isFalse();
        ReviewDraft stored = review.draft(bid);
        assertThat(stored.checks().get("NEEDS"))
                .isEqualTo(new ReviewDraft.Check(CheckAnswer.PARTLY, "Where is Year 6?"));
        assertThat(stored.recommended()).isEqualTo(Money.ofPounds(20_000));
        assertThat(stored.scores()).containsOnlyKeys("IMPACT");
        assertThat(stored.comment()).isEqualTo("Sound");
        assertThat(stored.points()).extracting(PlanPoint::words).containsExactly("Ask for less");
        assertThat(review.keep(bid, second.seen(), two).conflicts()).isEmpty();
        assertThat(review.draft(bid).recommended())
                .as("what a window never saw it does not take away")
                .isEqualTo(Money.ofPounds(20_000));
        assertThat(saves(bid)).as("nothing changed the third time").isEqualTo(2);
    }

    @Test
    void twoAnswersForOneFieldAreToldAndNeitherIsLost() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as(ADVISER);
        review.keep(bid, ReviewDraft.empty(), comment("Theirs"));

        ReviewKept kept = review.keep(bid, ReviewDraft.empty(), comment("Mine"));

        assertThat(kept.conflicts())
                .extracting(Conflict::field, Conflict::by, Conflict::stored)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "comment", "Adviser, Ashford, Dover and Shepway (demo)", "Theirs"));
        assertThat(review.draft(bid).comment()).isEqualTo("Theirs");
        assertThat(review.keep(bid, kept.seen(), comment("Mine")).conflicts()).isEmpty();
        assertThat(review.draft(bid).comment()).isEqualTo("Mine");
    }

    @Test
    void refusesWhatCannotBeKeptAndAReviewThatIsOver() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as(ADVISER);

        assertThatThrownBy(() -> review.keep(bid, ReviewDraft.empty(), comment("x".repeat(2001))))
                .isInstanceOf(ValidationFailed.class);
        assertThat(saves(bid)).isZero();
        review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(20_000)));
        assertThatThrownBy(() -> review.keep(bid, ReviewDraft.empty(), comment("Late")))
                .isInstanceOf(BidNotInStage.class);
    }

    private static ReviewDraft comment(String words) {
        return new ReviewDraft(Map.of(), Map.of(), words, null, "", List.of());
    }

    private int saves(BidId bid) {
        return jdbc.sql("select count(*) from audit_record where bid_id = ? and action = 'review.saved'")
                .param(bid.toString())
                .query(Integer.class)
                .single();
    }
}
