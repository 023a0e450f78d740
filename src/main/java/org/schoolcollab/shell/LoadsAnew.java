package org.schoolcollab.shell;

import com.vaadin.flow.component.UI;

/**
 * A page that, where a step which it asks for in a {@link CheckDialog} is refused, because somebody else was faster or things have
 * changed, loads what is true now as soon as the person has read why.
 */
public interface LoadsAnew {

    /** Shows what is true now. The page is made anew; one on which things are typed or ticked outside dialogs has to keep them instead. */
    default void loadAnew() {
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
