package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;

/** Something a module puts into the bar on top, such as the demo's date. A new component on each call. */
public interface HeaderExtra {

    Component content();
}
