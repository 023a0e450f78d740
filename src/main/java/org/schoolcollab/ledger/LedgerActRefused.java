package org.schoolcollab.ledger;

import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;

/** A rule of the ledger refuses an act of finance or of a board on its money. */
public class LedgerActRefused extends BusinessRuleViolation {

    private static final String AMOUNT = "amount";
    private static final String AT_MOST = "atMost";

    private final boolean ofAmount;

    private LedgerActRefused(String key, Object... arguments) {
        super("error.ledger.act." + key, arguments);
        ofAmount = key.equals(AMOUNT) || key.equals(AT_MOST);
    }

    /** Whether another amount would do. */
    public boolean isOfAmount() {
        return ofAmount;
    }

    public static LedgerActRefused onHold(String reason) {
        return new LedgerActRefused("onHold", reason);
    }

    public static LedgerActRefused notOnHold() {
        return new LedgerActRefused("notOnHold");
    }

    /** The second instalment waits for proof of matched funding (rule 5, §44). */
    public static LedgerActRefused matchNotProved() {
        return new LedgerActRefused("matchNotProved");
    }

    /** Nothing is out yet: the bid is withdrawn instead. */
    public static LedgerActRefused firstInstalment() {
        return new LedgerActRefused("firstInstalment");
    }

    /** An amount is nothing, or less. */
    public static LedgerActRefused amount() {
        return new LedgerActRefused(AMOUNT);
    }

    /** More than there is to be had. */
    public static LedgerActRefused atMost(Money asked, Money most) {
        return new LedgerActRefused(AT_MOST, asked, most);
    }

    /** The same key was used for another act. */
    public static LedgerActRefused keyUsed() {
        return new LedgerActRefused("keyUsed");
    }

    /** Reversal and clawback need two people. */
    public static LedgerActRefused samePerson() {
        return new LedgerActRefused("samePerson");
    }

    /** The request or proposal is decided already. */
    public static LedgerActRefused decided() {
        return new LedgerActRefused("decided");
    }

    /** A reversal of this payment is asked for already, or done. */
    public static LedgerActRefused reversedAlready() {
        return new LedgerActRefused("reversedAlready");
    }

    /** Unspent money of this payment came back, so the payment did not fail. */
    public static LedgerActRefused clawedBackAlready() {
        return new LedgerActRefused("clawedBackAlready");
    }

    /** The council's ledger says that the school has the money. */
    public static LedgerActRefused reportedPaid() {
        return new LedgerActRefused("reportedPaid");
    }

    /** The payment is with the council's ledger, which has not said that it failed. */
    public static LedgerActRefused sentOut() {
        return new LedgerActRefused("sentOut");
    }

    /** Once the round is closed nothing could be reversed or taken back any more. */
    public static LedgerActRefused roundHasCorrections(long payments) {
        return new LedgerActRefused("roundHasCorrections", payments);
    }

    /** The school has no part of this award, or is no member today. */
    public static LedgerActRefused noSuchSchool() {
        return new LedgerActRefused("noSuchSchool");
    }

    /** A move needs two different areas. */
    public static LedgerActRefused sameArea() {
        return new LedgerActRefused("sameArea");
    }

    /** The round has awards with money still to be paid, or bids before a board. */
    public static LedgerActRefused roundHasOpen(Money committed, long bids) {
        return new LedgerActRefused("roundHasOpen", committed, bids);
    }
}
