package org.schoolcollab.inbox;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the counts of open work. Changes are gathered and written just before the transaction commits, in one order for all, so that
 * two transactions never wait for each other's rows crosswise and hold them only for a moment.
 */
@Component
class Counters {

    private record Key(String group, String person) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byGroup = group.compareTo(other.group);
            return byGroup != 0 ? byGroup : person.compareTo(other.person);
        }
    }

    /** By how much counts change: of open tasks, and of those among them that are escalated and that people were reminded of. */
    record Delta(int open, int escalated, int reminded) {

        private static final Delta NONE = new Delta(0, 0, 0);

        /** One task more, with what is marked on it. */
        static Delta oneMore(boolean escalated, boolean reminded) {
            return new Delta(1, escalated ? 1 : 0, reminded ? 1 : 0);
        }

        /** One task less. */
        static Delta oneLess(boolean escalated, boolean reminded) {
            return new Delta(-1, escalated ? -1 : 0, reminded ? -1 : 0);
        }

        Delta plus(Delta other) {
            return new Delta(open + other.open, escalated + other.escalated, reminded + other.reminded);
        }
    }

    private final JdbcClient jdbc;
    private final InboxChanges changes;

    Counters(JdbcClient jdbc, InboxChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** Adds to the counts of a group's work that this person has claimed, or nobody. */
    void add(String group, @Nullable String person, Delta delta) {
        pending().merge(new Key(group, person == null ? "" : person), delta, Delta::plus);
    }

    private Map<Key, Delta> pending() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Pending pending) {
                return pending.deltas;
            }
        }
        Pending fresh = new Pending();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh.deltas;
    }

    private final class Pending implements TransactionSynchronization {

        private final Map<Key, Delta> deltas = new TreeMap<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            deltas.forEach((key, delta) -> {
                if (!delta.equals(Delta.NONE)) {
                    jdbc.sql("""
                                    insert into inbox_counter (group_key, person_key, open_count, escalated_count, reminded_count)
                                    values (?, ?, ?, ?, ?) on duplicate key update
                                      open_count = open_count + values(open_count),
                                      escalated_count = escalated_count + values(escalated_count),
                                      reminded_count = reminded_count + values(reminded_count)""")
                            .params(key.group(), key.person(), delta.open(), delta.escalated(), delta.reminded())
                            .update();
                }
            });
        }

        @Override
        public void afterCommit() {
            changes.changed(deltas.keySet().stream().map(Key::group).toList());
        }
    }
}
