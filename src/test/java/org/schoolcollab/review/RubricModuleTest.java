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
import org.schoolcollab.programme.MeasureSetting;
import org.schoolcollab.programme.Measures;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.programme.TypedMeasure;
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
    MeasureSetting measureSetting;

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
        Rubric set = setting.set(round, Rubric.standard(round), withOneMore("How well Welsh – Cymraeg 🏫 – is taught"));

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

        Rubric second = setting.set(round, Rubric.standard(round), withOneMore("How much parents are asked"));

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
        Rubric seen = setting.open(round).rubric();
        Rubric theirs = setting.set(round, seen, withOneMore("First"));

        assertThatThrownBy(() -> setting.set(round, seen, withOneMore("Second")))
                .as("a version that no review was begun with, too")
                .isInstanceOfSatisfying(RubricSetting.ChangedByOthers.class, changed -> {
                    assertThat(changed.problems())
                            .extracting(ValidationFailed.Problem::field)
                            .containsExactly("scores");
                    assertThat(changed.now()).isEqualTo(theirs);
                });
        assertThat(lastScore()).isEqualTo("First");
        setting.set(round, theirs, withOneMore("Second"));
        assertThat(lastScore()).isEqualTo("Second");
    }

    @Test
    void eachPartThatSomebodyElseHasSetIsNamed() {
        Rubric seen = setting.open(round).rubric();
        Rubric theirs =
                setting.set(round, seen, new RubricDraft(5, one("Is it legal?"), one("Need"), Money.ofPounds(20_000)));

        assertThatThrownBy(() -> setting.set(round, seen, RubricDraft.of(seen)))
                .isInstanceOfSatisfying(
                        RubricSetting.ChangedByOthers.class,
                        changed -> assertThat(changed.problems())
                                .extracting(ValidationFailed.Problem::messageKey)
                                .containsExactly(
                                        "error.review.rubric.checksChanged",
                                        "error.review.rubric.scoresChanged",
                                        "error.review.rubric.topChanged",
                                        "error.review.rubric.secondChanged"));
        setting.set(round, theirs, RubricDraft.of(seen));
        assertThat(setting.open(round).rubric())
                .as("saved again, the standard stands there again")
                .isEqualTo(seen);
    }

    @Test
    void whatIsAlikeIsNoConflictAndNothingIsSetTwice() {
        Rubric seen = setting.open(round).rubric();
        Rubric theirs = setting.set(round, seen, withOneMore("The same words"));

        assertThat(setting.set(round, seen, withOneMore("The same words"))).isEqualTo(theirs);
        assertThat(actions()).containsExactly("review.rubricSet");
    }

    @Test
    void aChangeOfTheRestOfTheRoundIsNoConflict() {
        Rubric seen = setting.open(round).rubric();
        List<Measures.Measure> measures = measureSetting.open(round).measures();
        measureSetting.set(
                round, measures, measures.stream().skip(1).map(TypedMeasure::of).toList());

        setting.set(round, seen, withOneMore("How much parents are asked"));

        assertThat(lastScore()).isEqualTo("How much parents are asked");
    }

    @Test
    void everyGapOfARubricIsNamedAtOnce() {
        RubricDraft wrong = new RubricDraft(
                11, Collections.nCopies(RubricSetting.MOST + 1, new Criterion("", " ")), List.of(), null);

        assertThatThrownBy(() -> setting.set(round, Rubric.standard(round), wrong))
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
                Rubric.standard(round),
                new RubricDraft(
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

        assertThatThrownBy(() -> setting.set(closed, Rubric.standard(closed), RubricDraft.of(Rubric.standard(closed))))
                .isInstanceOf(RoundIsClosed.class);
    }

    private RubricDraft withOneMore(@Nullable String words) {
        Rubric now = Rubric.standard(round);
        List<Criterion> scores = new ArrayList<>(now.scores());
        scores.add(new Criterion("", words));
        return new RubricDraft(now.top(), now.checks(), scores, null);
    }

    private @Nullable String lastScore() {
        return setting.open(round).rubric().scores().getLast().words();
    }

    private static List<Criterion> one(String words) {
        return List.of(new Criterion("", words));
    }

    private List<String> actions() {
        return jdbc.sql("select action from audit_record where subject_type = 'round' order by id")
                .query(String.class)
                .list();
    }
}
