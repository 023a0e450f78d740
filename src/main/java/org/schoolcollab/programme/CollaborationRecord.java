package org.schoolcollab.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.collaboration.Continuing;
import org.schoolcollab.establishment.Grade;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.shared.Money;

/**
 * All that is known of one collaboration.
 *
 * @param otherNames names as printed elsewhere
 * @param members all there ever were, by first day and name
 * @param money published lines by round, oldest first
 * @param published the profile as printed; null where none was
 * @param attainment changes of results as printed (§18), empty where it was not itemised
 * @param asAt the day for which members and judgements count
 */
public record CollaborationRecord(
        CollaborationId id,
        String slug,
        String name,
        @Nullable String areaName,
        @Nullable String districtName,
        Continuing continuing,
        List<String> otherNames,
        List<Member> members,
        List<RoundLine> money,
        @Nullable Judged published,
        List<Change> attainment,
        LocalDate asAt) {

    /** A membership, its last day null where it goes on; the school's latest judgement, null where it was not inspected. */
    public record Member(
            String school,
            Phase phase,
            boolean fictional,
            boolean lead,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Grade grade,
            @Nullable LocalDate inspectedOn) {

        boolean isMemberOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    /** Money of one round as published. */
    public record RoundLine(String round, Money money) {}

    /** Change of a measure in percentage points. */
    public record Change(String measure, int fromYear, int toYear, int points) {}

    /** Schools by judgement, and the share good or better in tenths of a percent. */
    public record Judged(int schools, Map<Grade, Integer> byGrade, int notInspected, int goodOrBetterTenths) {

        public int of(Grade grade) {
            return byGrade.getOrDefault(grade, 0);
        }
    }

    /** The profile counted from the members' rows; empty where no member school is known. */
    public Optional<Judged> computed() {
        List<Member> now =
                members.stream().filter(member -> member.isMemberOn(asAt)).toList();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Map<Grade, Integer> byGrade = new java.util.EnumMap<>(Grade.class);
        int notInspected = 0;
        int good = 0;
        for (Member member : now) {
            if (member.grade() == null) {
                notInspected++;
            } else {
                byGrade.merge(member.grade(), 1, Integer::sum);
                good += member.grade().goodOrBetter() ? 1 : 0;
            }
        }
        return Optional.of(new Judged(now.size(), byGrade, notInspected, Shares.tenths(good, now.size())));
    }
}
