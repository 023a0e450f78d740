/** The log-in page. */
@org.springframework.modulith.NamedInterface("ui")
@org.jspecify.annotations.NullMarked
package org.schoolcollab.security.ui;
