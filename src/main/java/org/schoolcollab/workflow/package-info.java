/** The only module that knows the process engine: implements the process ports of the others. */
@org.springframework.modulith.ApplicationModule(
        displayName = "workflow",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "shell",
            "establishment",
            "collaboration",
            "programme",
            "bid",
            "review",
            "board",
            "ledger",
            "outcome",
            "inbox"
        })
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow;
