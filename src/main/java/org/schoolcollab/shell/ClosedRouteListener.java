package org.schoolcollab.shell;

/** Told when a person asks for a screen that is closed to all of their roles. The audit trail listens. */
public interface ClosedRouteListener {

    /** @param path the address asked for, without a leading slash and without query */
    void refused(String path);
}
