package org.schoolcollab.bid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.schoolcollab.shared.Money;

/**
 * What differs between two plans of a bid.
 *
 * @param changes line by line
 * @param before the earlier one, with what its lines are called
 * @param after the later one likewise
 * @param shares schools whose share or pledge differs, by name; none where those of one of the two are not known
 */
public record PlanDifference(
        List<PlanChange> changes, PlanOutline before, PlanOutline after, List<ShareChange> shares) {

    /** What a school gets and puts in. */
    public record Amounts(Money share, Money pledge) {

        static final Amounts NOTHING = new Amounts(Money.ZERO, Money.ZERO);
    }

    /** One school whose amounts differ. */
    public record ShareChange(String school, Amounts before, Amounts after) {}

    /** Whether nothing differs. */
    public boolean isNothing() {
        return changes.isEmpty() && shares.isEmpty();
    }

    /** What of it becomes of a draft that takes the later one up: the shares stay what they are. */
    public PlanDifference ofThePlan() {
        return new PlanDifference(changes, before, after, List.of());
    }

    static Map<String, Amounts> amounts(List<MemberSchool> schools) {
        Map<String, Amounts> amounts = new LinkedHashMap<>();
        schools.forEach(school -> amounts.put(school.name(), new Amounts(school.share(), school.pledge())));
        return amounts;
    }

    static List<ShareChange> shares(Map<String, Amounts> before, Map<String, Amounts> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        Set<String> schools = new TreeSet<>(before.keySet());
        schools.addAll(after.keySet());
        return schools.stream()
                .map(school -> new ShareChange(
                        school,
                        before.getOrDefault(school, Amounts.NOTHING),
                        after.getOrDefault(school, Amounts.NOTHING)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }
}
