package org.schoolcollab.shared;

import java.util.List;

/** Something a module has to say on the console once the portal serves. */
public interface StartNotice {

    /** Plain lines, in the order they are printed. */
    List<String> lines();
}
