/** Area Boards: ballots, interests, votes and decisions. */
@org.springframework.modulith.ApplicationModule(
        displayName = "board",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "shell",
            "paper",
            "establishment",
            "collaboration",
            "programme",
            "bid",
            "review"
        })
@org.jspecify.annotations.NullMarked
package org.schoolcollab.board;
