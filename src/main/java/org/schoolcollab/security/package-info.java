/** People, their roles and where these reach; the current user; log-in. */
@org.springframework.modulith.ApplicationModule(
        displayName = "security",
        allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.security;
