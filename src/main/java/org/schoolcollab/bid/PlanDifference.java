package org.schoolcollab.bid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.shared.Money;

/**
 * What differs between two plans of a bid.
 *
 * @param changes line by line
 * @param before the earlier one, with what its lines are called
 * @param after the later one likewise
 * @param shares schools whose share or pledge differs, by name; none where those of one of the two are not known
 * @param files that came or went; of one that was exchanged for another, both
 */
public record PlanDifference(
        List<PlanChange> changes,
        PlanOutline before,
        PlanOutline after,
        List<ShareChange> shares,
        List<FileChange> files) {

    /**
     * What a school gets and puts in.
     *
     * @param takesPart whether the school is one of the bid; one that is not has no amounts
     */
    public record Amounts(Money share, Money pledge, boolean takesPart) {

        static final Amounts NOTHING = new Amounts(Money.ZERO, Money.ZERO, false);

        private static Amounts of(SchoolAmounts school) {
            return new Amounts(school.share(), school.pledge(), true);
        }
    }

    /** One school whose amounts differ. */
    public record ShareChange(String school, Amounts before, Amounts after) {}

    /**
     * One file that only one of the two has.
     *
     * @param added whether it is the later one
     */
    public record FileChange(PlanFile file, boolean added) {}

    /** Whether nothing differs. */
    public boolean isNothing() {
        return changes.isEmpty() && shares.isEmpty() && files.isEmpty();
    }

    /** What of it becomes of a draft that takes the later one up: the shares and the files stay what they are. */
    public PlanDifference ofThePlan() {
        return new PlanDifference(changes, before, after, List.of(), List.of());
    }

    static List<ShareChange> shares(List<SchoolAmounts> before, List<SchoolAmounts> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        Map<EstablishmentId, Amounts> was = amounts(before);
        Map<EstablishmentId, Amounts> is = amounts(after);
        Map<EstablishmentId, String> names = new LinkedHashMap<>();
        Stream.concat(after.stream(), before.stream())
                .sorted(Comparator.comparing(SchoolAmounts::name))
                .forEach(school -> names.putIfAbsent(school.id(), school.name()));
        return names.entrySet().stream()
                .map(school -> new ShareChange(
                        school.getValue(),
                        was.getOrDefault(school.getKey(), Amounts.NOTHING),
                        is.getOrDefault(school.getKey(), Amounts.NOTHING)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static Map<EstablishmentId, Amounts> amounts(List<SchoolAmounts> schools) {
        return schools.stream()
                .collect(Collectors.toMap(SchoolAmounts::id, Amounts::of, (one, other) -> other, LinkedHashMap::new));
    }

    static List<FileChange> files(List<PlanFile> before, List<PlanFile> after) {
        Function<PlanFile, Object> id = one -> one.file().id();
        List<Object> was = before.stream().map(id).toList();
        List<Object> is = after.stream().map(id).toList();
        List<FileChange> files = new ArrayList<>();
        before.stream()
                .filter(one -> !is.contains(id.apply(one)))
                .forEach(one -> files.add(new FileChange(one, false)));
        after.stream().filter(one -> !was.contains(id.apply(one))).forEach(one -> files.add(new FileChange(one, true)));
        return List.copyOf(files);
    }
}
