/** The adviser's review: checks, comment, recommendation or return. */
@org.springframework.modulith.ApplicationModule(
        displayName = "review",
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
package org.schoolcollab.review;
