/** A reference model of the ledger in plain Java, and scripts that drive it and the real ledger side by side. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.ledger.model;
