/** Bids under way are moved from one version of a process to another, one by one, and rounds pin a version. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow.move;
