package org.schoolcollab.workflow.editing;

/**
 * A way on from a step.
 *
 * @param id of the flow
 * @param label the answer that is written on it; may be empty
 * @param condition as written, empty where it has none; see {@link ConditionInWords}
 * @param otherwise whether it is taken where no condition holds
 * @param to id of the step it leads to
 */
public record Way(String id, String label, String condition, boolean otherwise, String to) {}
