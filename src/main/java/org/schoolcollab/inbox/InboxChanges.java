package org.schoolcollab.inbox;

import com.vaadin.flow.shared.Registration;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Tells open screens of this server that the queue of a group has changed, after the change is committed. */
@Component
public class InboxChanges {

    private record Listener(Set<String> groups, Runnable changed) {}

    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Calls back, on any thread, when one of these groups' work has changed, until the registration is removed. */
    public Registration listen(Set<String> groups, Runnable changed) {
        Listener listener = new Listener(groups, changed);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed(Collection<String> groups) {
        for (Listener listener : listeners) {
            if (!Collections.disjoint(listener.groups(), groups)) {
                listener.changed().run();
            }
        }
    }
}
