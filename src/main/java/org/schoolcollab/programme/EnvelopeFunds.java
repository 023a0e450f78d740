package org.schoolcollab.programme;

import org.schoolcollab.shared.Money;

/** What an envelope still holds. Implemented by the ledger, asked by boards before money is put to the vote. */
public interface EnvelopeFunds {

    /** What an area has for awards: given and moved in, less what was moved out and what its board keeps back. */
    Money given(RoundId round, String areaCode);

    /** What may still be committed, as read now. */
    Money available(RoundId round, String areaCode);

    /** The same, with the envelope's row locked until the transaction ends, so that nobody commits in between. */
    Money lockAvailable(RoundId round, String areaCode);
}
