/** The task queue on screen. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.inbox.ui;
