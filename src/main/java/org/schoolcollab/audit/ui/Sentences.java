package org.schoolcollab.audit.ui;

import com.vaadin.flow.component.Component;

/** The words of an action; the action itself where it has none. */
final class Sentences {

    private final Component owner;

    Sentences(Component owner) {
        this.owner = owner;
    }

    String of(String action) {
        String sentence = owner.getTranslation("audit." + action);
        return sentence.startsWith("!") ? action : sentence;
    }
}
