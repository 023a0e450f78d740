/** Screens of collaborations and rounds. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.programme.ui;
