package org.schoolcollab.workflow.dryrun;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a made-up bid.
 *
 * @param process key of the process it belongs to
 * @param element its id there
 * @param name as the definition calls it; untrusted text
 * @param group who acted, as the definition writes it; empty where nobody did
 * @param at when, on the made-up clock
 * @param answer what was decided, e.g. APPROVED; of a gateway what is written on the way taken; empty where nothing was
 * @param due until when, for what people do
 * @param ifNobodyActs what happens by itself while the step waits
 */
public record PathStep(
        Kind kind,
        String process,
        String element,
        String name,
        String group,
        Instant at,
        String answer,
        @Nullable Instant due,
        List<Later> ifNobodyActs) {

    /** What a step is. */
    public enum Kind {
        /** Somebody of a group acts. */
        TASK,
        /** Members vote until the ballot is settled. */
        VOTE,
        /** The portal acts. */
        SERVICE,
        GATEWAY,
        /** A date is waited for. */
        WAIT,
        /** A message, a date or a refusal takes the bid from a step. */
        EVENT,
        END
    }

    /** Something that happens by itself. */
    public record Later(String name, Instant at) {}

    PathStep answered(String given) {
        return new PathStep(kind, process, element, name, group, at, given, due, ifNobodyActs);
    }

    PathStep with(List<Later> later) {
        return new PathStep(kind, process, element, name, group, at, answer, due, List.copyOf(later));
    }
}
