/** Whole stories with all roles through the screens. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.journey;
