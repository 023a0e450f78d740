/** What came of it: March and October reports. */
@org.springframework.modulith.ApplicationModule(
        displayName = "outcome",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "shell",
            "establishment",
            "collaboration",
            "programme",
            "bid",
            "ledger"
        })
@org.jspecify.annotations.NullMarked
package org.schoolcollab.outcome;
