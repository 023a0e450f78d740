package org.schoolcollab.bid.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.MemberSchools;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** The policy that a plan is submitted by all of its schools: every penny has a school, and every school's headteacher has agreed. */
public final class MembersStandBehindThePlan {

    private static final int NAMED_AT_MOST = 5;

    private MembersStandBehindThePlan() {}

    /** Every gap: sums first, then the consents. */
    public static List<Problem> gaps(MemberSchools members) {
        List<Problem> gaps = new ArrayList<>(sums(members));
        List<MemberSchool> missing = members.missing();
        if (!missing.isEmpty()) {
            String names = missing.stream()
                    .limit(NAMED_AT_MOST)
                    .map(MemberSchool::name)
                    .collect(Collectors.joining(", "));
            gaps.add(Problem.of(
                    "schools.consents",
                    missing.size() > NAMED_AT_MOST ? "error.bid.schools.consents.many" : "error.bid.schools.consents",
                    missing.size(),
                    members.schools().size(),
                    names,
                    missing.size() - NAMED_AT_MOST));
        }
        return List.copyOf(gaps);
    }

    /** The shares come to what is asked for, the pledges to what the plan promises, to the penny. */
    public static List<Problem> sums(MemberSchools members) {
        List<Problem> gaps = new ArrayList<>();
        Money shares = members.shares();
        Money requested = members.requested();
        if (requested.isMoreThan(shares)) {
            gaps.add(gap("schools.shares", "error.bid.schools.shares.less", shares, requested));
        } else if (shares.isMoreThan(requested)) {
            gaps.add(gap("schools.shares", "error.bid.schools.shares.more", shares, requested));
        }
        Money pledges = members.pledges();
        Money matched = members.matched();
        if (matched.isMoreThan(pledges)) {
            gaps.add(gap("schools.pledges", "error.bid.schools.pledges.less", pledges, matched));
        } else if (pledges.isMoreThan(matched)) {
            gaps.add(gap("schools.pledges", "error.bid.schools.pledges.more", pledges, matched));
        }
        return gaps;
    }

    private static Problem gap(String field, String key, Money sum, Money goal) {
        Money difference = goal.isMoreThan(sum) ? goal.minus(sum) : sum.minus(goal);
        return Problem.of(field, key, sum, goal, difference);
    }
}
