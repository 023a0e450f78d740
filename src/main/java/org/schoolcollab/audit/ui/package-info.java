/** The screen of the audit trail. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.audit.ui;
