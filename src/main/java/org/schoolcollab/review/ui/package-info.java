/** Screens of the adviser's review. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.review.ui;
