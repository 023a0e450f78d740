/** The people screen and the pages behind one-time links. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.admin.ui;
