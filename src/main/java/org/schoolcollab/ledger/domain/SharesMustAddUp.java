package org.schoolcollab.ledger.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.AcceptedShares;
import org.schoolcollab.ledger.AcceptedShares.Part;
import org.schoolcollab.ledger.AwardOffer;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;

/**
 * Every penny of an award belongs to one member school, and where the round asks for matched funding (§44) the schools pledge at least
 * what it asks for.
 */
public final class SharesMustAddUp {

    private SharesMustAddUp() {}

    /** @throws ValidationFailed naming every gap: fields {@code shares} and {@code pledges}, or {@code share.<id>} of one school */
    public static void check(AwardOffer offer, AcceptedShares answer) {
        List<Problem> problems = new ArrayList<>();
        parts("share", offer, answer.shares(), problems);
        parts("pledge", offer, answer.pledges(), problems);
        Money agreed = offer.amount();
        Money shared = AcceptedShares.sum(answer.shares());
        if (shared.isMoreThan(agreed)) {
            problems.add(
                    Problem.of("shares", "error.ledger.acceptance.sharesOver", shared, shared.minus(agreed), agreed));
        } else if (agreed.isMoreThan(shared)) {
            problems.add(
                    Problem.of("shares", "error.ledger.acceptance.sharesUnder", shared, agreed.minus(shared), agreed));
        }
        Money pledged = AcceptedShares.sum(answer.pledges());
        if (offer.matchedAsked().isMoreThan(pledged)) {
            problems.add(Problem.of("pledges", "error.ledger.acceptance.pledges", pledged, offer.matchedAsked()));
        }
        if (!problems.isEmpty()) {
            throw new ValidationFailed(problems);
        }
    }

    private static void parts(String field, AwardOffer offer, List<Part> parts, List<Problem> problems) {
        Set<EstablishmentId> seen = new HashSet<>();
        for (Part part : parts) {
            String name = field + "." + part.school();
            if (offer.schools().stream().noneMatch(school -> school.id().equals(part.school()))) {
                problems.add(Problem.of(name, "error.ledger.acceptance.notMember"));
            }
            if (!seen.add(part.school())) {
                problems.add(Problem.of(name, "error.ledger.acceptance.twice"));
            }
            if (!part.amount().isPositive()) {
                problems.add(Problem.of(name, "error.ledger.acceptance.notPositive"));
            }
        }
    }
}
