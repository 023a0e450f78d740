/** Words every module needs: money, time, refusals with reasons. Knows nothing of any other module. */
@org.springframework.modulith.ApplicationModule(
        displayName = "shared",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.shared;
