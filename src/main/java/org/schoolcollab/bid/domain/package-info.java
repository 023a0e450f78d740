/** The bid aggregate: guarded transitions, plan and budget. Internal to the module. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.bid.domain;
