package org.schoolcollab.review;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcollab.security.PersonId;

/** Days on which an adviser is away, both included, and who stands in. */
public record Absence(
        UUID id,
        PersonId adviser,
        String adviserName,
        PersonId deputy,
        String deputyName,
        LocalDate from,
        LocalDate to) {}
