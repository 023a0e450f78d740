/** Schools, districts, areas and Ofsted judgements. */
@org.springframework.modulith.ApplicationModule(
        displayName = "establishment",
        allowedDependencies = {"shared", "security", "audit", "shell"})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.establishment;
