/** The money: envelope accounts, commitments, releases, an append-only journal in pence. */
@org.springframework.modulith.ApplicationModule(
        displayName = "ledger",
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
package org.schoolcollab.ledger;
