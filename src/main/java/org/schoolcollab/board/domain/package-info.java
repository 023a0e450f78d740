/** The ballot, its rules, and where it is kept. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.board.domain;
