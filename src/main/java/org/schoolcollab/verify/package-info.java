/**
 * Checks the audit trail and the ledger's journal from the outside: from the rows of a database or of an SQL dump alone. It shares no
 * code with what writes them and uses nothing of the portal, so that a fault of the writer does not hide in it.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "verify",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.schoolcollab.verify;
