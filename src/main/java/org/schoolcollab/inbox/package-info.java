/** The task queue of every role: a read model of open work. */
@org.springframework.modulith.ApplicationModule(
        displayName = "inbox",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "shell",
            "establishment",
            "collaboration",
            "programme",
            "bid"
        })
@org.jspecify.annotations.NullMarked
package org.schoolcollab.inbox;
