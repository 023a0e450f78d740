/** Area Boards: ballots, interests, votes and decisions. */
@org.springframework.modulith.ApplicationModule(
        displayName = "board",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "shell",
            "establishment",
            "collaboration",
            "programme",
            "bid",
            "review"
        })
@org.jspecify.annotations.NullMarked
package org.schoolcollab.board;
