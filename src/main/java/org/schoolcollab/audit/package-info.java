/** The append-only audit trail, chained by hash. */
@org.springframework.modulith.ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"shared", "security", "shell"})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.audit;
