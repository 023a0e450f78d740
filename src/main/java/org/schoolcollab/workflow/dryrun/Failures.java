package org.schoolcollab.workflow.dryrun;

import java.sql.SQLException;
import org.schoolcollab.workflow.dryrun.Moment.Open;

/** What a failure in the engine means for the path on which it happened. */
final class Failures {

    private static final int LONGEST = 300;

    private Failures() {}

    /**
     * Why the bid cannot go on.
     *
     * @throws RuntimeException the failure itself where it says nothing about the definition, but about the database
     */
    static Path.Stuck of(RuntimeException failure, Open at, World world) {
        String message = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    || cause.getClass().getSimpleName().contains("OptimisticLocking")) {
                throw failure;
            }
            if (cause instanceof NotPossibleNow not) {
                return new Path.Stuck(
                        Path.Why.NOT_POSSIBLE,
                        not.process(),
                        not.element(),
                        world.label(not.process(), not.element()),
                        "");
            }
            message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        String where =
                world.steps().isEmpty() ? at.element() : world.steps().getLast().element();
        String process =
                world.steps().isEmpty() ? at.process() : world.steps().getLast().process();
        return new Path.Stuck(
                Path.Why.FAILED,
                process,
                where,
                world.label(process, where),
                message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message);
    }
}
