/**
 * What an editor does to a process definition, drawn or from the list of steps: each act gives a new
 * {@link org.schoolcollab.workflow.editing.Definition} whose diagram is right as well. Plain Java: knows neither the engine nor the
 * screens. The gate judges the result; what is offered here as a choice comes from the gate's vocabulary.
 */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow.editing;
