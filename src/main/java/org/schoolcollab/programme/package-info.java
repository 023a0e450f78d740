/** Funding rounds, envelopes given to areas, guide amounts, report windows. */
@org.springframework.modulith.ApplicationModule(
        displayName = "programme",
        allowedDependencies = {"shared", "security", "audit", "shell", "establishment", "collaboration"})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.programme;
