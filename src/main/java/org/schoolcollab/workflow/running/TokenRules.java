package org.schoolcollab.workflow.running;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.workflow.gate.Outline;
import org.schoolcollab.workflow.gate.Outline.Kind;
import org.schoolcollab.workflow.gate.Outline.Step;
import org.schoolcollab.workflow.gate.Outline.Way;

/**
 * To which steps a bid may be put by hand. Three, and no other: past a sign-off, as if it had been agreed to; back to a sign-off that
 * stands directly before, to ask it again; and to the step that the bid's status asks for, as long as that is before the board. From
 * each of them the bid still has to pass whatever decision and approval it had to pass before, and no money is committed, paid or
 * returned twice.
 */
final class TokenRules {

    /** Why a bid stays where it is, whatever the target. */
    enum Stays {
        /** Another process is under way there. */
        CALLS,
        /** People vote. */
        VOTES,
        /** A date is waited for. */
        WAITS
    }

    private static final String SIGN_OFF = "sign-off";
    private static final String SIGN_OFF_VARIABLE = "signOff";

    /** The steps before the board; behind it, money has been decided on. */
    private static final Map<BidStatus, String> ASKED_FOR = Map.of(
            BidStatus.DRAFTING, "userTask_DraftPlan",
            BidStatus.IN_REVIEW, "userTask_ReviewPlan",
            BidStatus.RETURNED, "userTask_RevisePlan");

    private final Outline process;

    TokenRules(Outline process) {
        this.process = process;
    }

    /** Why nobody takes a bid from there; empty where it may leave. */
    Optional<Stays> stays(String from) {
        Step step = process.step(from);
        if (step == null) {
            return Optional.of(Stays.CALLS);
        }
        if (step.kind() == Kind.TASK) {
            return "vote".equals(screen(step)) ? Optional.of(Stays.VOTES) : Optional.empty();
        }
        return Optional.of(step.kind() == Kind.WAIT ? Stays.WAITS : Stays.CALLS);
    }

    /** Where a bid in this status may be put from there, in the order of the process. */
    Set<String> targets(String from, BidStatus status) {
        Step step = process.step(from);
        if (step == null || stays(from).isPresent()) {
            return Set.of();
        }
        Set<String> permitted = new HashSet<>();
        if (isSignOff(step)) {
            agreed(from).forEach(way -> permitted.add(way.to()));
        }
        process.steps().values().stream()
                .filter(other -> isSignOff(other)
                        && !other.id().equals(from)
                        && other.part().equals(step.part()))
                .filter(other -> leadsStraightTo(other.id(), from, new HashSet<>()))
                .forEach(other -> permitted.add(other.id()));
        Step asked = process.step(ASKED_FOR.getOrDefault(status, ""));
        if (asked != null && !asked.id().equals(from) && asked.part().equals(step.part())) {
            permitted.add(asked.id());
        }
        Set<String> inOrder = new LinkedHashSet<>(process.steps().keySet());
        inOrder.retainAll(permitted);
        return inOrder;
    }

    /** Whether the bid goes on from a sign-off as if somebody had agreed. */
    boolean isPastSignOff(String from, String to) {
        return isSignOff(process.step(from))
                && agreed(from).anyMatch(way -> way.to().equals(to));
    }

    /** Whether nothing stands between but other sign-offs and the question how they went. */
    private boolean leadsStraightTo(String signOff, String target, Set<String> seen) {
        if (!seen.add(signOff)) {
            return false;
        }
        return agreed(signOff).anyMatch(way -> isOrLeadsTo(way.to(), target, seen));
    }

    private boolean isOrLeadsTo(String id, String target, Set<String> seen) {
        if (id.equals(target)) {
            return true;
        }
        Step step = process.step(id);
        if (step == null) {
            return false;
        }
        if (isSignOff(step)) {
            return leadsStraightTo(id, target, seen);
        }
        return step.kind() == Kind.GATEWAY
                && asksOnlyAboutSignOffs(id)
                && agreed(id).anyMatch(way -> isOrLeadsTo(way.to(), target, seen));
    }

    private boolean asksOnlyAboutSignOffs(String gateway) {
        return waysFrom(gateway).stream()
                .map(Way::condition)
                .allMatch(condition -> condition.isEmpty()
                        || (condition.contains(SIGN_OFF_VARIABLE) && !condition.contains("decision")));
    }

    /** The ways on, but not that of a bid which is sent back. */
    private Stream<Way> agreed(String id) {
        return waysFrom(id).stream().filter(way -> !way.condition().contains("SENT_BACK"));
    }

    private List<Way> waysFrom(String id) {
        return process.ways().values().stream()
                .filter(way -> way.from().equals(id))
                .toList();
    }

    private static boolean isSignOff(@Nullable Step step) {
        return step != null && step.kind() == Kind.TASK && SIGN_OFF.equals(screen(step));
    }

    private static @Nullable String screen(Step step) {
        return step.properties().get("screen");
    }
}
