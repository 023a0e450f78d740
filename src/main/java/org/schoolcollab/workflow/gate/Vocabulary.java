package org.schoolcollab.workflow.gate;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.security.Role;
import org.schoolcollab.workflow.ProcessVariables;
import org.schoolcollab.workflow.ProcessVariables.Handle;

/**
 * What a definition may name: variables, groups, screens, delegates, dates, decisions. Tests hold this to the code it speaks of. What
 * editors are offered as choices is taken from here, so that the gate accepts it.
 */
public final class Vocabulary {

    /** The process that a bid starts; the others are called from it. */
    static final String MAIN_PROCESS = "bidLifecycle";

    /** The elements of BPMN that are steps of a process; beside them there are only ways between steps. */
    public static final Set<String> STEPS = Set.of(
            "startEvent",
            "endEvent",
            "userTask",
            "serviceTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "boundaryEvent",
            "intermediateCatchEvent");

    static final String DECISION = ProcessVariables.DECISION.name();

    /** Every variable with its type. */
    public static final Map<String, Class<?>> VARIABLES =
            ProcessVariables.ALL.stream().collect(Collectors.toUnmodifiableMap(Handle::name, Handle::type));

    /** Every value that {@code decision} can have. */
    public static final Set<String> DECISIONS = Decision.ALL.stream()
            .flatMap(decision -> decision.outcomes().stream())
            .collect(Collectors.toUnmodifiableSet());

    /** The message by which a lead withdraws a bid. */
    static final String WITHDRAWN = "bidWithdrawn";

    /** The message by which whoever leads a decision ends the voting. */
    static final String VOTING_ENDED = "votingEnded";

    /** Working days: deadlines end with the day, reminders come in the morning. */
    static final Set<String> CALENDARS = Set.of("workingDays", "workingMornings");

    /** What asks a module whether the votes that were cast are enough. */
    static final String BALLOT_SETTLED = "${isBallotSettled.check(execution)}";

    /** What the main process is told when a bid starts it. */
    static final Set<String> KNOWN_AT_START = Set.of(
            "leadGroup",
            "adviserGroup",
            "secondWaits",
            "planReminder",
            "planDue",
            "marchOpens",
            "marchReminder",
            "marchDue",
            "octoberOpens",
            "octoberReminder",
            "octoberDue");

    /** What a process is told when a ballot is opened in it. */
    static final Set<String> KNOWN_AT_VOTE = Set.of("voters", "voteReminder", "voteDue", "voteEnds");

    /** What the process of a school's consent is told when the school is asked. */
    private static final Set<String> KNOWN_AT_CONSENT = Set.of("schoolGroup");

    private static final Set<String> TOLD_TO_REPORTS =
            Set.of("leadGroup", "adviserGroup", "reportReminder", "reportDue");

    private static final Map<String, Set<String>> TOLD = Map.of(
            MAIN_PROCESS,
            KNOWN_AT_START,
            "boardVote",
            KNOWN_AT_VOTE,
            "budgetRelease",
            Set.of("instalment"),
            "marchReport",
            TOLD_TO_REPORTS,
            "octoberReport",
            TOLD_TO_REPORTS,
            "schoolConsent",
            KNOWN_AT_CONSENT);

    /**
     * What a process is told by the portal and by those that call it, so that its steps can be for whom and by when it says; of one that
     * is none of the portal's, everything there is.
     *
     * @param process its key
     */
    public static Set<String> toldTo(String process) {
        return TOLD.getOrDefault(process, VARIABLES.keySet());
    }

    /** Whether a process is told all that this value of a property names. */
    public static boolean isToldTo(String process, String value) {
        return Expressions.name(value).map(toldTo(process)::contains).orElse(true);
    }

    /** Delegates that only tell people something: they may run beside the way of the bid. */
    static final Set<String> NOTICES = Set.of("remindPeople", "escalateTask");

    /** The screen on which somebody agrees or sends back, wherever a definition puts such a step. */
    public static final String SIGN_OFF = "sign-off";

    /** What a sign-off leaves in {@link ProcessVariables#SIGN_OFF}. */
    public static final List<String> SIGN_OFFS = List.of("AGREED", "SENT_BACK");

    static final String COMMIT_FUNDS = "commitFunds";
    static final String COUNT_BALLOT = "countBallot";
    static final String RETURN_FUNDS = "returnFunds";
    static final String CLOSE_BID = "closeBid";

    public static final Set<String> DELEGATES =
            Set.of("remindPeople", "escalateTask", COMMIT_FUNDS, COUNT_BALLOT, RETURN_FUNDS, CLOSE_BID);

    private static final Set<String> LEAD = Set.of("${leadGroup}");
    private static final Set<String> ADVISER = Set.of("${adviserGroup}");
    static final Set<String> LEADERS = Set.of("${decisionLeads.groups(execution)}");

    /**
     * A screen that a person's step opens.
     *
     * @param steps ids of the steps that the screen completes: the modules name them to the engine; empty where it can stand anywhere
     * @param groups who may take the step, one of them where it can stand anywhere; empty where it goes to one person each
     */
    public record Screen(Set<String> steps, Set<String> groups) {

        public boolean isAnywhere() {
            return steps.isEmpty();
        }
    }

    public static final Map<String, Screen> SCREENS = Map.ofEntries(
            Map.entry("plan", new Screen(Set.of("userTask_DraftPlan", "userTask_RevisePlan"), LEAD)),
            Map.entry("consent", new Screen(Set.of("userTask_GiveConsent"), Set.of("${schoolGroup}"))),
            Map.entry("review", new Screen(Set.of("userTask_ReviewPlan"), ADVISER)),
            Map.entry("ballot", new Screen(Set.of("userTask_OpenBallot"), LEADERS)),
            Map.entry("vote", new Screen(Set.of("userTask_CastVote"), Set.of())),
            Map.entry("casting-vote", new Screen(Set.of("userTask_GiveCastingVote"), LEADERS)),
            Map.entry("award", new Screen(Set.of("userTask_AcceptAward"), LEAD)),
            Map.entry("release", new Screen(Set.of("userTask_RequestRelease"), Set.of(Role.FINANCE_OFFICER.name()))),
            Map.entry(
                    "release-approval",
                    new Screen(Set.of("userTask_ApproveRelease"), Set.of(Role.FINANCE_APPROVER.name()))),
            Map.entry("march-report", new Screen(Set.of("userTask_WriteMarchReport"), LEAD)),
            Map.entry("march-acceptance", new Screen(Set.of("userTask_AcceptMarchReport"), ADVISER)),
            Map.entry("october-report", new Screen(Set.of("userTask_WriteOctoberReport"), LEAD)),
            Map.entry("october-acceptance", new Screen(Set.of("userTask_AcceptOctoberReport"), ADVISER)),
            Map.entry(
                    SIGN_OFF,
                    new Screen(
                            Set.of(),
                            Set.of(
                                    "${leadGroup}",
                                    "${adviserGroup}",
                                    "${decisionLeads.groups(execution)}",
                                    Role.FINANCE_OFFICER.name(),
                                    Role.FINANCE_APPROVER.name(),
                                    Role.ADMINISTRATOR.name()))));

    /** Steps that a module completes: no other screen can be put there. */
    static final Set<String> OWNED_STEPS = SCREENS.values().stream()
            .flatMap(screen -> screen.steps().stream())
            .collect(Collectors.toUnmodifiableSet());

    public static final Set<String> STAGES =
            java.util.Arrays.stream(Stage.values()).map(Stage::name).collect(Collectors.toUnmodifiableSet());

    private Vocabulary() {}

    /** Whether the gate takes this text for a condition, e.g. <code>${decision == 'APPROVED'}</code>. */
    public static boolean isCondition(String text) {
        return Expressions.condition(text).isPresent();
    }

    public static boolean isDate(String variable) {
        return VARIABLES.get(variable) == Date.class;
    }
}
