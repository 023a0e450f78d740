package org.schoolcollab.bid;

/** Where the consent of a member school stands. */
public enum ConsentState {
    /** Nobody has asked the school yet. */
    NOT_ASKED,
    /** Its headteacher has the question. */
    ASKED,
    /** Agreed, for the amounts as they are. */
    GIVEN,
    /** Agreed once, for other amounts: it counts no more. */
    VOID,
    DECLINED,
    /** Agreed, and withdrawn before the plan was submitted. */
    WITHDRAWN
}
