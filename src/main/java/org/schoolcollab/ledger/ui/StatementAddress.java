package org.schoolcollab.ledger.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.PortalClock;

/**
 * What a statement is about, as the address has it. Without more than a round it is about the round.
 *
 * @param round null for the open one
 * @param date the last day that counts, in London; null for now
 */
record StatementAddress(
        @Nullable RoundId round,
        @Nullable String area,
        @Nullable BidId bid,
        @Nullable EstablishmentId school,
        @Nullable LocalDate date) {

    static final String PATH = "money/statements";

    /** Reads it; what is no id or no date leads to "this page does not exist". */
    static StatementAddress of(Location location) {
        QueryParameters asked = location.getQueryParameters();
        try {
            return new StatementAddress(
                    asked.getSingleParameter("round").map(RoundId::of).orElse(null),
                    asked.getSingleParameter("area").orElse(null),
                    asked.getSingleParameter("bid").map(BidId::of).orElse(null),
                    asked.getSingleParameter("school").map(EstablishmentId::of).orElse(null),
                    asked.getSingleParameter("date").map(LocalDate::parse).orElse(null));
        } catch (IllegalArgumentException | DateTimeParseException nothing) {
            throw new NotFoundException("no statement " + location.getPathWithQueryParameters());
        }
    }

    /** The last moment that counts, null for now. */
    @Nullable
    Instant until() {
        return date == null
                ? null
                : date.plusDays(1).atStartOfDay(PortalClock.LONDON).toInstant().minusNanos(1_000);
    }

    StatementAddress on(@Nullable LocalDate day) {
        return new StatementAddress(round, area, bid, school, day);
    }

    static StatementAddress ofRound(RoundId round) {
        return new StatementAddress(round, null, null, null, null);
    }

    StatementAddress ofArea(String code) {
        return new StatementAddress(round, code, null, null, date);
    }

    StatementAddress ofBid(BidId one) {
        return new StatementAddress(round, null, one, null, date);
    }

    StatementAddress ofSchool(EstablishmentId one) {
        return new StatementAddress(round, null, null, one, date);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "round", round);
        put(parameters, "area", area);
        put(parameters, "bid", bid);
        put(parameters, "school", school);
        put(parameters, "date", date);
        return QueryParameters.simple(parameters);
    }

    /** As a link has it. */
    String link() {
        return PATH + "?" + parameters().getQueryString();
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
