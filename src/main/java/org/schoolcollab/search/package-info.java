/** One search over collaborations, bids and schools: asks each of them what the person may see. */
@org.springframework.modulith.ApplicationModule(
        displayName = "search",
        allowedDependencies = {"shared", "security", "shell", "establishment", "collaboration", "programme", "bid"})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.search;
