package org.schoolcollab.bid;

import org.schoolcollab.shared.BusinessRuleViolation;

/** Why a school is not asked, taken out or answered for. */
public class ConsentRefused extends BusinessRuleViolation {

    private ConsentRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    /** The lead school holds the money: without it there is no bid. */
    public static ConsentRefused leadSchool(String school) {
        return new ConsentRefused("error.bid.schools.lead", school);
    }

    /** The school was taken out of the bid, of which the lead school is a part. */
    public static ConsentRefused leadTakenOut(String school) {
        return new ConsentRefused("error.bid.schools.leadTakenOut", school);
    }

    /** The school is no member of the bid, or not any more. */
    public static ConsentRefused noMember() {
        return new ConsentRefused("error.bid.schools.noMember");
    }

    /** Every school has agreed or has the question. */
    public static ConsentRefused nobodyToAsk() {
        return new ConsentRefused("error.bid.schools.nobodyToAsk");
    }

    /** The school is not asked at the moment. */
    public static ConsentRefused notAsked() {
        return new ConsentRefused("error.bid.schools.notAsked");
    }

    /** There is no consent that could be withdrawn. */
    public static ConsentRefused nothingGiven() {
        return new ConsentRefused("error.bid.schools.nothingGiven");
    }

    /** The amounts are others than those on the screen. */
    public static ConsentRefused amountsChanged(String share, String pledge) {
        return new ConsentRefused("error.bid.schools.amountsChanged", share, pledge);
    }
}
