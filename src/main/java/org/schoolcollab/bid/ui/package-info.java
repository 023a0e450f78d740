/** Screens of bids: the list, the case page with its tabs, and the plan's form. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.bid.ui;
