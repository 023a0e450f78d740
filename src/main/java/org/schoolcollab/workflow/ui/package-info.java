/** Processes on screen: the diagram of a bid's course, and the definitions with the check against the engine. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow.ui;
