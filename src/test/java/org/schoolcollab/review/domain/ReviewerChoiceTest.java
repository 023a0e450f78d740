package org.schoolcollab.review.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcollab.review.domain.ReviewerChoice.Adviser;
import org.schoolcollab.security.PersonId;

class ReviewerChoiceTest {

    private static final PersonId ANN = PersonId.random();
    private static final PersonId BOB = PersonId.random();
    private static final PersonId CAT = PersonId.random();

    @Test
    void theFewestOpenReviewsDecide() {
        assertThat(chosen(adviser(ANN, "Ann", 3), adviser(BOB, "Bob", 1), adviser(CAT, "Cat", 2)))
                .contains(BOB);
    }

    @Test
    void amongEquallyManyTheFirstByNameIsChosenWhateverTheOrder() {
        assertThat(chosen(adviser(CAT, "Cat", 1), adviser(ANN, "Ann", 1), adviser(BOB, "Bob", 1)))
                .contains(ANN);
        assertThat(chosen(adviser(BOB, "Bob", 1), adviser(CAT, "Cat", 1), adviser(ANN, "Ann", 1)))
                .contains(ANN);
    }

    @Test
    void whoHasAnInterestIsNeverChosen() {
        assertThat(chosen(new Adviser(ANN, "Ann", 0, false, null), adviser(BOB, "Bob", 9)))
                .contains(BOB);
        assertThat(chosen(new Adviser(ANN, "Ann", 0, false, null))).isEmpty();
    }

    @Test
    void theDeputyStandsInForWhoIsAway() {
        assertThat(chosen(away(ANN, "Ann", 0, BOB), adviser(BOB, "Bob", 5))).contains(BOB);
        assertThat(chosen(away(ANN, "Ann", 0, BOB), adviser(BOB, "Bob", 5), adviser(CAT, "Cat", 1)))
                .contains(CAT);
    }

    @Test
    void nobodyIsLeftWhereTheDeputyIsAwayTooOrMayNot() {
        assertThat(chosen(away(ANN, "Ann", 0, BOB), away(BOB, "Bob", 0, ANN))).isEmpty();
        assertThat(chosen(away(ANN, "Ann", 0, BOB), new Adviser(BOB, "Bob", 0, false, null)))
                .isEmpty();
        assertThat(chosen(away(ANN, "Ann", 0, CAT))).isEmpty();
    }

    @Test
    void whoHadThePlanBeforeGoesOnOrTheirDeputy() {
        assertThat(ReviewerChoice.of(List.of(adviser(ANN, "Ann", 0), adviser(BOB, "Bob", 7)), Optional.of(BOB))
                        .map(Adviser::id))
                .contains(BOB);
        assertThat(ReviewerChoice.of(
                                List.of(adviser(ANN, "Ann", 0), away(BOB, "Bob", 7, CAT), adviser(CAT, "Cat", 3)),
                                Optional.of(BOB))
                        .map(Adviser::id))
                .contains(CAT);
        assertThat(ReviewerChoice.of(List.of(adviser(ANN, "Ann", 0)), Optional.of(BOB))
                        .map(Adviser::id))
                .contains(ANN);
    }

    private static Optional<PersonId> chosen(Adviser... district) {
        return ReviewerChoice.of(List.of(district), Optional.empty()).map(Adviser::id);
    }

    private static Adviser adviser(PersonId id, String name, int open) {
        return new Adviser(id, name, open, true, null);
    }

    private static Adviser away(PersonId id, String name, int open, @Nullable PersonId deputy) {
        return new Adviser(id, name, open, true, deputy);
    }
}
