package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import org.schoolcollab.workflow.editing.Choice;
import org.schoolcollab.workflow.editing.ConditionInWords;

/** Choices of a step's properties as people read them. */
final class ChoiceWords {

    private ChoiceWords() {}

    static String of(Component words, Choice choice) {
        return choice.key().equals("editing.choice.condition")
                ? condition(words, choice.value())
                : words.getTranslation(choice.key(), choice.arguments().toArray());
    }

    /** A condition that is none of the choices is shown in words too. */
    static String condition(Component words, String condition) {
        return ConditionInWords.of(condition, words::getTranslation);
    }
}
