/** The demo's people on the log-in page, the switch between them, and its date. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.demo.ui;
