/** Collaborations, their dated membership and lead school. */
@org.springframework.modulith.ApplicationModule(
        displayName = "collaboration",
        allowedDependencies = {"shared", "security", "audit", "shell", "establishment"})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.collaboration;
