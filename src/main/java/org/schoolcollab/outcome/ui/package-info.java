/** Screens of the March and October reports. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.outcome.ui;
