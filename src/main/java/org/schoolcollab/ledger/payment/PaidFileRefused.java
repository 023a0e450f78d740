package org.schoolcollab.ledger.payment;

import java.util.List;
import org.schoolcollab.shared.BusinessRuleViolation;

/** A file from the council's ledger cannot be taken in: every line that is wrong, all at once. Nothing of it was loaded. */
public class PaidFileRefused extends BusinessRuleViolation {

    /**
     * What is wrong with a line.
     *
     * @param line counted from 1, the heading included; 0 for the file as a whole
     * @param otherAmount whether it is only that another amount was paid, which can be taken in as a difference
     */
    public record LineError(int line, String messageKey, List<Object> arguments, boolean otherAmount) {}

    private final transient List<LineError> errors;

    PaidFileRefused(List<LineError> errors) {
        super("error.ledger.paid.refused", errors.size());
        this.errors = List.copyOf(errors);
    }

    public List<LineError> errors() {
        return errors;
    }

    /** Whether the file could be taken in with its other amounts as differences. */
    public boolean isOtherAmountsOnly() {
        return errors.stream().allMatch(LineError::otherAmount);
    }
}
