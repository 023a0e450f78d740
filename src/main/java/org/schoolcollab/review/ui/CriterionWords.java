package org.schoolcollab.review.ui;

import com.vaadin.flow.component.Component;
import org.schoolcollab.review.Criterion;

/** The words of a criterion as people read them: the administrator's, else those of the portal's standard. */
final class CriterionWords {

    private CriterionWords() {}

    static String ofCheck(Component asking, Criterion question) {
        String own = question.words();
        return own == null ? asking.getTranslation("enum.CheckQuestion." + question.code()) : own;
    }

    static String ofScore(Component asking, Criterion criterion) {
        String own = criterion.words();
        return own == null ? asking.getTranslation("enum.ScoreCriterion." + criterion.code()) : own;
    }
}
