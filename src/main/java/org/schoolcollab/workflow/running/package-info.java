/** Processes under way, in the hands of administrators: what failed, pauses, steps moved by hand, differences put right. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow.running;
