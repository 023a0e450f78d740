/** Bids: action plan, budget, submission and status. Bid.status is the authority on where a bid stands. */
@org.springframework.modulith.ApplicationModule(
        displayName = "bid",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "shell",
            "paper",
            "establishment",
            "collaboration",
            "programme"
        })
@org.jspecify.annotations.NullMarked
package org.schoolcollab.bid;
