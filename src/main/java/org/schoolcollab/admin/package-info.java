/** Set-up: people and their roles, the first administrator. */
@org.springframework.modulith.ApplicationModule(
        displayName = "admin",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "shell",
            "establishment",
            "collaboration",
            "programme",
            "bid",
            "inbox",
            "workflow"
        })
@org.jspecify.annotations.NullMarked
package org.schoolcollab.admin;
