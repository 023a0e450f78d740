/** Papers to read, print and keep: minutes, letters, plans. One paper makes the page and the tagged PDF. */
@org.springframework.modulith.ApplicationModule(
        displayName = "paper",
        allowedDependencies = {"shared", "shell"})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.paper;
