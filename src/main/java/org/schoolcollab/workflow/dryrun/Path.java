package org.schoolcollab.workflow.dryrun;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way of a made-up bid through a definition.
 *
 * @param number counts from 1; on the first everything is agreed
 * @param otherwise what was not as on the path before it parted, in order
 * @param steps all of them, from the start
 * @param joins where it goes on like another path, if it does
 * @param stuck where and why it cannot go on, if so
 */
public record Path(
        int number,
        List<Otherwise> otherwise,
        List<PathStep> steps,
        End end,
        @Nullable Joins joins,
        @Nullable Stuck stuck) {

    /** How a path ends. */
    public enum End {
        CLOSED,
        REFUSED,
        WITHDRAWN,
        GOES_ON,
        STUCK
    }

    /** An answer that was not the first that could be given, or something that came between. */
    public record Otherwise(String name, String answer) {}

    /**
     * From here on as on a path before.
     *
     * @param path its number
     * @param after how many of its steps come before that
     * @param name of the step that comes next
     */
    public record Joins(int path, int after, String name) {}

    /** Why a bid cannot go on. */
    public enum Why {
        /** The portal would not let this step happen now. */
        NOT_POSSIBLE,
        /** The engine could not carry it out. */
        FAILED,
        /** The process is over, and the bid neither refused, withdrawn nor paid and closed. */
        ENDED_MIDWAY,
        /** Nobody can act and no date is waited for. */
        NOTHING_OPEN
    }

    /**
     * Where and why a bid cannot go on.
     *
     * @param message what the engine says, in its own words; empty where it says nothing
     */
    public record Stuck(Why why, String process, String element, String name, String message) {}
}
