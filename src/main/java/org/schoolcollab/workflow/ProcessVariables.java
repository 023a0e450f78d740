package org.schoolcollab.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.engine.delegate.DelegateExecution;

/**
 * The variables of the portal's processes, all of them. A process holds ids, groups, dates and the last decision; never entities and
 * never money.
 */
public final class ProcessVariables {

    /** One variable: its name in the diagrams and what it holds. */
    public record Handle<T>(String name, Class<T> type) {

        public void set(DelegateExecution execution, T value) {
            execution.setVariable(name, value);
        }
    }

    /** Task group of the collaboration's leads. */
    public static final Handle<String> LEAD_GROUP = new Handle<>("leadGroup", String.class);

    /** Task group of the district's advisers. */
    public static final Handle<String> ADVISER_GROUP = new Handle<>("adviserGroup", String.class);

    /** Task group of the headteachers of a school that is asked for its consent. */
    public static final Handle<String> SCHOOL_GROUP = new Handle<>("schoolGroup", String.class);

    /** When the plan is due: the end of the last day for bids. */
    public static final Handle<java.util.Date> PLAN_DUE = date("planDue");

    /** When the lead is reminded of the plan. */
    public static final Handle<java.util.Date> PLAN_REMINDER = date("planReminder");

    public static final Handle<java.util.Date> MARCH_OPENS = date("marchOpens");
    public static final Handle<java.util.Date> MARCH_REMINDER = date("marchReminder");
    public static final Handle<java.util.Date> MARCH_DUE = date("marchDue");
    public static final Handle<java.util.Date> OCTOBER_OPENS = date("octoberOpens");
    public static final Handle<java.util.Date> OCTOBER_REMINDER = date("octoberReminder");
    public static final Handle<java.util.Date> OCTOBER_DUE = date("octoberDue");

    /** The dates of the report that a called report process is about. */
    public static final Handle<java.util.Date> REPORT_REMINDER = date("reportReminder");

    public static final Handle<java.util.Date> REPORT_DUE = date("reportDue");

    /** When members are reminded to vote, when their votes are due, and when the voting ends by itself. */
    public static final Handle<java.util.Date> VOTE_REMINDER = date("voteReminder");

    public static final Handle<java.util.Date> VOTE_DUE = date("voteDue");
    public static final Handle<java.util.Date> VOTE_ENDS = date("voteEnds");

    /** How the last step was decided, e.g. RECOMMENDED, TIED, ACCEPTED. */
    public static final Handle<String> DECISION = new Handle<>("decision", String.class);

    /** How the last sign-off ended: AGREED or SENT_BACK. What the board or finance decided stays as it was. */
    public static final Handle<String> SIGN_OFF = new Handle<>("signOff", String.class);

    /** How many instalments the award has: 1 or 2. */
    public static final Handle<Integer> INSTALMENTS = new Handle<>("instalments", Integer.class);

    /** Whether the second instalment waits for the accepted March report. */
    public static final Handle<Boolean> SECOND_WAITS = new Handle<>("secondWaits", Boolean.class);

    /** Which instalment a called release is about. */
    public static final Handle<Number> INSTALMENT = new Handle<>("instalment", Number.class);

    /** Ids of the people who may vote; one voting task for each. */
    @SuppressWarnings("rawtypes")
    public static final Handle<Collection> VOTERS = new Handle<>("voters", Collection.class);

    /** The voter of one voting task. */
    public static final Handle<String> VOTER = new Handle<>("voter", String.class);

    /** Every handle, for the check of process definitions. */
    public static final List<Handle<?>> ALL = List.of(
            LEAD_GROUP,
            ADVISER_GROUP,
            SCHOOL_GROUP,
            PLAN_DUE,
            PLAN_REMINDER,
            MARCH_OPENS,
            MARCH_REMINDER,
            MARCH_DUE,
            OCTOBER_OPENS,
            OCTOBER_REMINDER,
            OCTOBER_DUE,
            REPORT_REMINDER,
            REPORT_DUE,
            DECISION,
            SIGN_OFF,
            INSTALMENTS,
            SECOND_WAITS,
            INSTALMENT,
            VOTE_REMINDER,
            VOTE_DUE,
            VOTE_ENDS,
            VOTERS,
            VOTER);

    private ProcessVariables() {}

    private static Handle<java.util.Date> date(String name) {
        return new Handle<>(name, java.util.Date.class);
    }

    static Values values() {
        return new Values();
    }

    /** Values to hand to the engine, each of its handle's type. */
    static final class Values {

        private final Map<String, Object> map = new HashMap<>();

        <T> Values with(Handle<T> handle, T value) {
            map.put(handle.name(), value);
            return this;
        }

        Map<String, Object> map() {
            return map;
        }
    }
}
