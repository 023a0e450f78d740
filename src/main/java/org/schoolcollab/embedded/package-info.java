/** The MariaDB that ./portal run starts by itself, before any other part. */
@org.springframework.modulith.ApplicationModule(
        displayName = "embedded",
        allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.embedded;
