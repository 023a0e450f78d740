package org.schoolcollab.bid;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.shared.Money;

/**
 * A school that is a member of a bid.
 *
 * @param lead whether it is the lead school, which holds the money
 * @param since first day of its membership of the collaboration
 * @param guide what the round suggests for a school of its phase (§11)
 * @param share of the money asked for, as the lead has put it
 * @param pledge of matched funding from its own budget, as the lead has put it
 * @param put who put these amounts, null where nobody has
 * @param answer the last answer of its headteacher, null before there was one
 * @param hasHead whether anybody can answer for it: a headteacher with a log-in
 */
public record MemberSchool(
        EstablishmentId id,
        String name,
        Phase phase,
        boolean lead,
        LocalDate since,
        Money guide,
        Money share,
        Money pledge,
        @Nullable Put put,
        ConsentState consent,
        @Nullable ConsentAnswer answer,
        boolean hasHead) {

    /** Who put amounts, and when. */
    public record Put(String by, Instant at) {}

    /** What it gets and puts in. */
    public SchoolAmounts amounts() {
        return new SchoolAmounts(id, name, share, pledge);
    }

    public boolean stands() {
        return consent == ConsentState.GIVEN;
    }
}
