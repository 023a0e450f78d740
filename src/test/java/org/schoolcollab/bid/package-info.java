/** Tests of bids, and the ladder of bids that tests of other modules stand on. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.bid;
