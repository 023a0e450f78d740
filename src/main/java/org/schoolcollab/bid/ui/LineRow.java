package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;

/** One line of a plan's form: a group of fields. */
abstract class LineRow extends Div {

    LineRow() {
        addClassName("line-fields");
    }

    /** Where the focus goes when the line is new. */
    abstract Focusable<?> first();

    /** Whether nothing is typed in it. */
    abstract boolean isBlank();
}
