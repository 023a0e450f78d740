/** The adviser's review of one revision and where it is kept. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.review.domain;
