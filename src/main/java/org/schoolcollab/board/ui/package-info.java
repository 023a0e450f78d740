/** Screens of the Area Board. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.board.ui;
