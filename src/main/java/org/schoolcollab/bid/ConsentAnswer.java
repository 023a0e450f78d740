package org.schoolcollab.bid;

import java.time.Instant;
import org.schoolcollab.shared.Money;

/**
 * What a headteacher answered for a school, and for which amounts.
 *
 * @param kind what was answered
 * @param share of the money asked for
 * @param pledge of matched funding from the school's own budget
 * @param reason in the headteacher's words, empty where the school agreed
 * @param by name of who answered
 */
public record ConsentAnswer(Kind kind, Money share, Money pledge, String reason, String by, Instant at) {

    /** An answer. */
    public enum Kind {
        GIVEN,
        DECLINED,
        WITHDRAWN
    }

    /** Whether the school agreed to exactly these amounts. */
    public boolean agreesTo(Money share, Money pledge) {
        return kind == Kind.GIVEN && this.share.equals(share) && this.pledge.equals(pledge);
    }
}
