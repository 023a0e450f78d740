/**
 * The gate that every process definition passes before the engine sees it: what is drawn, imported or deployed by any way is untrusted
 * input. {@link org.schoolcollab.workflow.gate.BpmnReader} holds the file to an allow-list,
 * {@link org.schoolcollab.workflow.gate.Expressions} every expression to known names,
 * {@link org.schoolcollab.workflow.gate.StepRules} each step to what people need, and
 * {@link org.schoolcollab.workflow.gate.MoneyPaths} every way through to the rules about money.
 */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow.gate;
