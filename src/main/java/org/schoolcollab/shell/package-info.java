/** The frame around every screen: layout, navigation, common components. */
@org.springframework.modulith.ApplicationModule(
        displayName = "shell",
        allowedDependencies = {"shared", "security"})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.shell;
