package org.schoolcollab.bid;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.shared.Money;

/**
 * The schools of a bid: members of the collaboration on the day, without those that the lead took out.
 *
 * @param bid whose they are
 * @param schools lead school first, then by name
 * @param takenOut members of the collaboration that take no part in this bid
 * @param requested what the plan asks for
 * @param matched what the plan says the schools put in
 */
public record MemberSchools(
        BidSummary bid, List<MemberSchool> schools, List<TakenOut> takenOut, Money requested, Money matched) {

    /** A member of the collaboration that the lead took out of the bid. */
    public record TakenOut(EstablishmentId id, String name, String reason, String by, Instant at) {}

    /** How many schools of a phase there are, and what the round suggests for each. */
    public record OfPhase(int schools, Money each) {}

    /** Their ids, as plans hold them. */
    public Set<String> ids() {
        return schools.stream().map(school -> school.id().toString()).collect(Collectors.toSet());
    }

    /** What the round suggests for all of them. */
    public Money guide() {
        return sum(schools.stream().map(MemberSchool::guide).toList());
    }

    /** The guide by phase, in the order of the phases; phases without a school are left out. */
    public Map<Phase, OfPhase> guideByPhase() {
        Map<Phase, OfPhase> phases = new EnumMap<>(Phase.class);
        schools.forEach(school -> phases.merge(
                school.phase(),
                new OfPhase(1, school.guide()),
                (so, far) -> new OfPhase(so.schools() + far.schools(), so.each())));
        return phases;
    }

    public Money shares() {
        return sum(schools.stream().map(MemberSchool::share).toList());
    }

    public Money pledges() {
        return sum(schools.stream().map(MemberSchool::pledge).toList());
    }

    /** Those whose consent is missing. */
    public List<MemberSchool> missing() {
        return schools.stream().filter(school -> !school.stands()).toList();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
