package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;

/** Takes the names under which a refusal names the fields of a form. */
@FunctionalInterface
interface FieldNames {

    void name(String name, Component field);
}
