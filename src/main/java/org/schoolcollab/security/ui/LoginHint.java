package org.schoolcollab.security.ui;

import com.vaadin.flow.component.Component;

/** Something shown beside the log-in form, such as the demo's people. */
public interface LoginHint {

    Component content();
}
