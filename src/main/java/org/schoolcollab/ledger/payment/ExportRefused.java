package org.schoolcollab.ledger.payment;

import org.schoolcollab.shared.BusinessRuleViolation;

/** A file for the council's ledger cannot be made. */
public class ExportRefused extends BusinessRuleViolation {

    private ExportRefused(String key, Object... arguments) {
        super("error.ledger.export." + key, arguments);
    }

    /** Every approved payment is in a file already. */
    static ExportRefused nothingLeft() {
        return new ExportRefused("nothingLeft");
    }

    /** The payments are not those that the person saw. */
    static ExportRefused changed() {
        return new ExportRefused("changed");
    }
}
