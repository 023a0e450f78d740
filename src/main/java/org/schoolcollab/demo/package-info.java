/** Demo people, fictional member schools and a clock that can be moved; only with the demo profile. */
@org.springframework.modulith.ApplicationModule(
        displayName = "demo",
        allowedDependencies = {
            "shared",
            "security",
            "security :: ui",
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
package org.schoolcollab.demo;
