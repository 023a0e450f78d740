/** Publishing of process definitions by two people, what differs between versions, and the way back. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow.publish;
