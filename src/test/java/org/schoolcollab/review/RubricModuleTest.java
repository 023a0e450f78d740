package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RubricModuleTest {

    @Autowired
    RubricSetting setting;

    @Autowired
    PlanReview review;

    @Autowired
    RecommendationQueries recommendations;

    @Autowired
    Rounds rounds;

    @Autowired
    PortalClock clock;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private RoundId round = RoundId.random();

    @BeforeEach
    void theRoundThatTakesBids() {
        round = rounds.takingBids(clock.today()).orElseThrow().id();
        logIn.as("admin");
    }

    @Test
    void aRoundHasTheStandardUntilSomethingElseIsSet() {
        assertThat(setting.open(round).rubric()).isEqualTo(Rubric.standard(round));
    }

    @Test
    void aChangeTakesThePlaceOfAVersionThatNobodyHasReviewedWith() {
        Rubric set = setting.set(round, withOneMore(1, "How well Welsh – Cymraeg 🏫 – is taught"));

        assertThat(set.version()).isEqualTo(1);
        assertThat(setting.open(round).rubric()).isEqualTo(set);
        assertThat(setting.open(round).used()).isFalse();
        assertThat(set.scores().getLast().words()).isEqualTo("How well Welsh – Cymraeg 🏫 – is taught");
        assertThat(set.scores().getFirst()).isEqualTo(new Criterion("NEED", null));
        assertThat(actions()).containsExactly("review.rubricSet");
    }

    @Test
    void aReviewKeepsTheVersionThatItWasBegunWith() {
        BidId begun = fixtures.submittedBid("hythe-hub");
        BidId later = fixtures.submittedBid("deal-learning-alliance");
        logIn.run("adviser.south", () -> review.saveDraft(begun, BidFixtures.completeReview(Money.ofPounds(20_000))));

        Rubric second = setting.set(round, withOneMore(1, "How much parents are asked"));

        assertThat(second.version()).isEqualTo(2);
        logIn.as("adviser.south");
        assertThat(review.rubric(begun).version()).isEqualTo(1);
        assertThat(review.rubric(later)).isEqualTo(second);
        review.recommend(begun, BidFixtures.completeReview(Money.ofPounds(20_000)));
        assertThat(recommendations.latest(begun)).hasValueSatisfying(said -> {
            assertThat(said.rubric().version()).isEqualTo(1);
            assertThat(said.sumOfScores()).isEqualTo(15);
        });
        assertThatThrownBy(() -> review.recommend(later, BidFixtures.completeReview(Money.ofPounds(20_000))))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(ValidationFailed.Problem::field)
                                .containsExactly(
                                        "scores." + second.scores().getLast().code() + ".score",
                                        "scores." + second.scores().getLast().code() + ".reason"));
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseHasSet() {
        fixtures.recommendedBid("hythe-hub");
        setting.set(round, withOneMore(1, "First"));

        assertThatThrownBy(() -> setting.set(round, withOneMore(1, "Second"))).isInstanceOf(ChangedMeanwhile.class);
        assertThat(setting.open(round).rubric().scores().getLast().words()).isEqualTo("First");
    }

    @Test
    void everyGapOfARubricIsNamedAtOnce() {
        RubricDraft wrong = new RubricDraft(
                1, 11, Collections.nCopies(RubricSetting.MOST + 1, new Criterion("", " ")), List.of(), null);

        assertThatThrownBy(() -> setting.set(round, wrong))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(ValidationFailed.Problem::field)
                                .contains("top", "checks", "checks[0]", "checks[20]", "scores"));
        assertThat(setting.open(round).rubric()).isEqualTo(Rubric.standard(round));
    }

    @Test
    void aCodeThatTheRubricNeverHadIsNotTaken() {
        RubricDraft draft = RubricDraft.of(Rubric.standard(round));
        Rubric set = setting.set(
                round,
                new RubricDraft(
                        1,
                        4,
                        draft.checks(),
                        List.of(
                                new Criterion("NEED", null),
                                new Criterion("NEED", "Once more"),
                                new Criterion("X", "Y")),
                        null));

        assertThat(set.scores())
                .extracting(Criterion::code)
                .doesNotHaveDuplicates()
                .doesNotContain("X");
    }

    @Test
    void refusesToChangeTheRubricOfAClosedRound() {
        RoundId closed = rounds.all().stream()
                .filter(one -> one.status() == Round.Status.CLOSED)
                .findFirst()
                .orElseThrow()
                .id();

        assertThatThrownBy(() -> setting.set(closed, RubricDraft.of(Rubric.standard(closed))))
                .isInstanceOf(RoundIsClosed.class);
    }

    private RubricDraft withOneMore(int version, @Nullable String words) {
        Rubric now = Rubric.standard(round);
        List<Criterion> scores = new ArrayList<>(now.scores());
        scores.add(new Criterion("", words));
        return new RubricDraft(version, now.top(), now.checks(), scores, null);
    }

    private List<String> actions() {
        return jdbc.sql("select action from audit_record where subject_type = 'round' order by id")
                .query(String.class)
                .list();
    }
}
