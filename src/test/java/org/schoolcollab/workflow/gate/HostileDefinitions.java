package org.schoolcollab.workflow.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * Process definitions that want what no definition may: run code, read files, open connections, fill memory, or reach money past the
 * board and finance. Each is a shipped definition with one attack put in, so that nothing else can be the reason for its refusal. Every
 * attack that could run something would leave {@link #CANARY} behind.
 */
public final class HostileDefinitions {

    /** System property that an attack sets when its code runs. */
    public static final String CANARY = "org.schoolcollab.canary";

    /** One hostile file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and a definition is bytes
    public record Hostile(String name, byte[] bpmn) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String SET =
            "''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                    + ".invoke(null, '" + CANARY + "', 'sung')";

    private final List<Hostile> all = new ArrayList<>();
    private final String life = shipped("bid-lifecycle");
    private final String vote = shipped("board-vote");
    private final String release = shipped("budget-release");

    private HostileDefinitions() {}

    /** Every hostile definition. */
    public static List<Hostile> all() {
        HostileDefinitions made = new HostileDefinitions();
        made.expressionsEverywhere();
        made.tasksThatRunCode();
        made.scripts();
        made.listeners();
        made.xml();
        made.size();
        made.shapes();
        made.moneyPastTheBoard();
        made.groupsAndScreens();
        return List.copyOf(made.all);
    }

    /** A definition that comes with the portal, e.g. {@code board-vote}. */
    public static String shipped(String name) {
        try {
            return new ClassPathResource("processes/" + name + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void expressionsEverywhere() {
        List<String> attacks = List.of(
                "${" + SET + "}",
                "#{" + SET + "}",
                "${execution.getEngineServices()}",
                "${environment['spring.datasource.password']}",
                "${runtimeService.createProcessInstanceQuery().list()}",
                "${applicationContext.getBean('dataSource')}",
                "${voters.stream().map(v -> v.getClass()).toList()}",
                "${(x -> x.getClass())(decision)}",
                "${['a','b'].stream()}",
                "${{'a':1}}",
                "${decision.class.classLoader}",
                "${execution.setVariable('decision', 'APPROVED')}",
                "${commitFunds.execute(execution)}",
                "${a = b}",
                "${decision += 'x'}",
                "${variables:get(decision)}",
                "${decision == 'APPROVED' ? commitFunds : countBallot}",
                "${T(java.lang.Runtime).getRuntime().exec('true')}");
        int n = 0;
        for (String attack : attacks) {
            String xml = attack.replace("&", "&amp;")
                    .replace("\"", "&quot;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
            n++;
            add("name-" + n, life.replace("name=\"Draft plan\"", "name=\"Draft " + xml + "\""));
            add(
                    "group-" + n,
                    life.replace(
                            "flowable:candidateGroups=\"${leadGroup}\"", "flowable:candidateGroups=\"" + xml + "\""));
            add("due-" + n, life.replace("flowable:dueDate=\"${planDue}\"", "flowable:dueDate=\"" + xml + "\""));
            add("condition-" + n, life.replace("${decision == 'RECOMMENDED'}", xml));
        }
        String attack = attacks.getFirst();
        add("documentation", life.replace("The business key is", attack));
        add(
                "task-documentation",
                life.replace(
                        "<incoming>flow_DraftingBegun_DraftPlan</incoming>",
                        "<documentation>" + attack
                                + "</documentation><incoming>flow_DraftingBegun_DraftPlan</incoming>"));
        add("timer", life.replace("${planReminder}", attack));
        add("delegate", life.replace("${commitFunds}", attack));
        add("collection", vote.replace("flowable:collection=\"voters\"", "flowable:collection=\"" + attack + "\""));
        add("completion", vote.replace("${isBallotSettled.check(execution)}", attack));
        add("completion-always", vote.replace("${isBallotSettled.check(execution)}", "${true}"));
        add("assignee", vote.replace("flowable:assignee=\"${voter}\"", "flowable:assignee=\"" + attack + "\""));
        add("form", life.replace("flowable:formKey=\"plan\"", "flowable:formKey=\"" + attack + "\""));
        add("category", life.replace("flowable:category=\"PLAN\"", "flowable:category=\"" + attack + "\""));
        add("called", life.replace("calledElement=\"budgetRelease\"", "calledElement=\"" + attack + "\""));
        add("in-expression", life.replace("sourceExpression=\"${1}\"", "sourceExpression=\"" + attack + "\""));
        add(
                "calendar",
                life.replace("businessCalendarName=\"workingDays\"", "businessCalendarName=\"" + attack + "\""));
        add("cdata", life.replace("${decision == 'RECOMMENDED'}", "<![CDATA[" + attack + "]]>"));
        add("character-references", life.replace("name=\"Draft plan\"", "name=\"&#36;&#123;" + SET + "}\""));
    }

    private void tasksThatRunCode() {
        String task =
                "<serviceTask id=\"serviceTask_CommitFunds\" name=\"Commit funds\" flowable:delegateExpression=\"${commitFunds}\">";
        for (String type :
                List.of("shell", "http", "mail", "camel", "mule", "dmn", "case", "external-worker", "send-event")) {
            add(
                    "type-" + type,
                    life.replace(
                            task,
                            task.replace(
                                    "flowable:delegateExpression=\"${commitFunds}\"",
                                    "flowable:type=\"" + type + "\"")));
        }
        add(
                "class",
                life.replace(
                        task,
                        task.replace(
                                "flowable:delegateExpression=\"${commitFunds}\"",
                                "flowable:class=\"java.lang.ProcessBuilder\"")));
        add(
                "class-beside",
                life.replace(
                        task,
                        task.replace(
                                "flowable:delegate", "flowable:class=\"java.lang.ProcessBuilder\" flowable:delegate")));
        add(
                "expression",
                life.replace(
                        task,
                        task.replace(
                                "flowable:delegateExpression=\"${commitFunds}\"",
                                "flowable:expression=\"${" + SET + "}\"")));
        add(
                "old-namespace",
                life.replace(
                        task,
                        task.replace(
                                "flowable:delegateExpression",
                                "xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"java.lang.ProcessBuilder\" flowable:delegateExpression")));
        add(
                "skip",
                life.replace(
                        task,
                        task.replace("flowable:delegate", "flowable:skipExpression=\"${true}\" flowable:delegate")));
        add(
                "result-variable",
                life.replace(
                        task,
                        task.replace(
                                "flowable:delegate", "flowable:resultVariableName=\"decision\" flowable:delegate")));
        add(
                "async",
                life.replace(task, task.replace("flowable:delegate", "flowable:async=\"true\" flowable:delegate")));
        add(
                "field-injection",
                life.replace(
                        task,
                        task
                                + "<extensionElements><flowable:field name=\"command\"><flowable:string>true</flowable:string></flowable:field></extensionElements>"));
        add("unknown-bean", life.replace("${commitFunds}", "${dataSource}"));
        add("other-bean", life.replace("${commitFunds}", "${isBallotSettled}"));
        add(
                "business-rule",
                life.replace(
                        "<endEvent id=\"endEvent_BidClosed\"",
                        "<businessRuleTask id=\"x_Y\" flowable:class=\"java.lang.ProcessBuilder\"/><endEvent id=\"endEvent_BidClosed\""));
        add(
                "send-task",
                life.replace(
                        "<endEvent id=\"endEvent_BidClosed\"",
                        "<sendTask id=\"x_Y\" flowable:type=\"mail\"/><endEvent id=\"endEvent_BidClosed\""));
        add(
                "receive-task",
                life.replace(
                        "<endEvent id=\"endEvent_BidClosed\"",
                        "<receiveTask id=\"x_Y\"/><endEvent id=\"endEvent_BidClosed\""));
        add(
                "web-service",
                life.replace(
                        "<process id",
                        "<import importType=\"http://schemas.xmlsoap.org/wsdl/\" location=\"http://127.0.0.1:9/x\" namespace=\"x\"/><process id"));
        add(
                "data-object",
                life.replace(
                        "<endEvent id=\"endEvent_BidClosed\"",
                        "<dataObject id=\"decision\" name=\"decision\"/><endEvent id=\"endEvent_BidClosed\""));
    }

    private void scripts() {
        for (String language : List.of("juel", "groovy", "javascript", "JavaScript", "secure-javascript", "python")) {
            add(
                    "script-" + language,
                    life.replace(
                            "<endEvent id=\"endEvent_BidClosed\"",
                            "<scriptTask id=\"x_Y\" scriptFormat=\"" + language + "\"><script>" + SET
                                    + "</script></scriptTask><endEvent id=\"endEvent_BidClosed\""));
        }
        add(
                "script-other-namespace",
                life.replace(
                        "<endEvent id=\"endEvent_BidClosed\"",
                        "<x:scriptTask xmlns:x=\"urn:x\" id=\"x_Y\" scriptFormat=\"juel\"><x:script>" + SET
                                + "</x:script></x:scriptTask><endEvent id=\"endEvent_BidClosed\""));
    }

    private void listeners() {
        for (String kind : List.of("executionListener", "taskListener", "eventListener")) {
            for (String how : List.of(
                    "class=\"java.lang.ProcessBuilder\"",
                    "expression=\"${" + SET + "}\"",
                    "delegateExpression=\"${commitFunds}\"")) {
                String listener =
                        "<extensionElements><flowable:" + kind + " event=\"create\" " + how + "/></extensionElements>";
                add(
                        "listener-" + kind + "-" + how.substring(0, 5),
                        life.replace(
                                "<incoming>flow_DraftingBegun_DraftPlan</incoming>",
                                listener + "<incoming>flow_DraftingBegun_DraftPlan</incoming>"));
            }
        }
        add(
                "process-listener",
                life.replace(
                        "<documentation>",
                        "<extensionElements><flowable:executionListener event=\"start\" expression=\"${" + SET
                                + "}\"/></extensionElements><documentation>"));
    }

    private void xml() {
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        add(
                "xxe-file",
                life.replace(head, head + "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")
                        .replace("Carries one bid", "&x;"));
        add("xxe-address", life.replace(head, head + "<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/x.dtd\">"));
        add(
                "xxe-parameter",
                life.replace(head, head + "<!DOCTYPE d [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;]>"));
        StringBuilder bomb = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        add("entity-bomb", life.replace(head, head + bomb + "]>").replace("Carries one bid", "&a29;"));
        add("doctype-only", life.replace(head, head + "<!DOCTYPE definitions>"));
        add("processing-instruction", life.replace(head, head + "<?xml-stylesheet href=\"http://127.0.0.1:9/x\"?>"));
        add(
                "include",
                life.replace(
                        "<process id",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\" parse=\"text\"/><process id"));
        add(
                "schema-location",
                life.replace(
                        "id=\"definitions_bidLifecycle\"",
                        "xsi:schemaLocation=\"x http://127.0.0.1:9/x.xsd\" id=\"definitions_bidLifecycle\""));
        add(
                "expression-language",
                life.replace(
                        "id=\"definitions_bidLifecycle\"",
                        "expressionLanguage=\"groovy\" id=\"definitions_bidLifecycle\""));
        all.add(new Hostile("utf-16", life.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)));
        all.add(new Hostile("utf-7", life.replace("UTF-8", "UTF-7").getBytes(StandardCharsets.US_ASCII)));
        all.add(new Hostile("bad-bytes", new byte[] {'<', 'a', (byte) 0xC3, (byte) 0x28, '>'}));
        all.add(new Hostile("empty", new byte[0]));
        add("no-xml", "hello");
        add("cut-off", life.substring(0, life.length() / 2));
        add("html", "<html><body>" + SET + "</body></html>");
        add(
                "two-processes",
                life.replace(
                        "<bpmndi:BPMNDiagram", "<process id=\"second\" isExecutable=\"true\"/><bpmndi:BPMNDiagram"));
        add("not-executable", life.replace("isExecutable=\"true\"", "isExecutable=\"false\""));
        add("id-twice", life.replace("id=\"userTask_RevisePlan\"", "id=\"userTask_DraftPlan\""));
        add(
                "attribute-in-bpmn-namespace",
                life.replace(
                        "id=\"userTask_DraftPlan\"",
                        "xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"userTask_DraftPlan\" b:id=\"other\""));
    }

    private void size() {
        String end = "<endEvent id=\"endEvent_BidClosed\"";
        add("100000-elements", life.replace(end, "<textAnnotation id=\"t\"/>".repeat(100_000) + end));
        add("10000-elements", life.replace(end, "<textAnnotation/>".repeat(10_000) + end));
        add("deep", life.replace(end, "<subProcess id=\"s\">".repeat(5_000) + "</subProcess>".repeat(5_000) + end));
        add("long-name", life.replace("name=\"Draft plan\"", "name=\"" + "x".repeat(500_000) + "\""));
        add("long-condition", life.replace("${decision == 'RECOMMENDED'}", "${" + "(".repeat(100_000) + "}"));
        add(
                "deep-condition",
                life.replace(
                        "${decision == 'RECOMMENDED'}",
                        "${" + "(".repeat(140) + "secondWaits" + ")".repeat(140) + "}"));
        add(
                "many-attributes",
                life.replace("id=\"userTask_DraftPlan\"", manyAttributes() + " id=\"userTask_DraftPlan\""));
        add(
                "calls-itself",
                release.replace(
                        "<userTask id=\"userTask_RequestRelease\"",
                        "<callActivity id=\"c_D\" name=\"Call self\" calledElement=\"budgetRelease\" flowable:inheritBusinessKey=\"true\"/><userTask id=\"userTask_RequestRelease\""));
    }

    private static String manyAttributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            attributes.append("a").append(i).append("=\"\" ");
        }
        return attributes.toString();
    }

    private void shapes() {
        add(
                "no-start",
                life.replaceAll("<startEvent id=\"startEvent_DraftingBegun\"[^>]*>[\\s\\S]*?</startEvent>", ""));
        add(
                "idle-circle",
                vote.replace(
                                "sourceRef=\"userTask_GiveCastingVote\" targetRef=\"serviceTask_CountBallot\"",
                                "sourceRef=\"userTask_GiveCastingVote\" targetRef=\"gateway_IsBidDecided\"")
                        .replace(
                                "sourceRef=\"gateway_IsBidDecided\" targetRef=\"userTask_GiveCastingVote\"",
                                "sourceRef=\"gateway_IsBidDecided\" targetRef=\"serviceTask_CountBallot\""));
        add("flow-nowhere", life.replace("targetRef=\"userTask_ReviewPlan\"", "targetRef=\"userTask_Nobody\""));
        add("no-default", life.replace(" default=\"flow_IsBidApproved_BoardRefused\"", ""));
        add("parallel", life.replace("exclusiveGateway", "parallelGateway"));
        add("inclusive", life.replace("exclusiveGateway", "inclusiveGateway"));
        add(
                "event-sub-process",
                life.replace(
                        "<subProcess id=\"subProcess_BeforeRelease\"",
                        "<subProcess triggeredByEvent=\"true\" id=\"subProcess_BeforeRelease\""));
        add(
                "split",
                life.replace(
                        "<sequenceFlow id=\"flow_DraftPlan_ReviewPlan\"",
                        "<sequenceFlow id=\"flow_X_Y\" sourceRef=\"userTask_DraftPlan\" targetRef=\"serviceTask_CommitFunds\"/><sequenceFlow id=\"flow_DraftPlan_ReviewPlan\""));
        add(
                "into-scope",
                life.replace(
                        "sourceRef=\"startEvent_BidStarted\" targetRef=\"subProcess_BeforeRelease\"",
                        "sourceRef=\"startEvent_BidStarted\" targetRef=\"serviceTask_CommitFunds\""));
        add(
                "error-not-caught",
                life.replace("errorCode=\"bidRefused\"", "errorCode=\"other\"")
                        .replace("<error id", "<error id=\"error_X\" errorCode=\"bidRefused\"/><error id")
                        .replaceFirst("errorRef=\"error_BidRefused\"", "errorRef=\"error_X\""));
        add(
                "undrawn",
                life.replaceAll(
                        "<bpmndi:BPMNShape id=\"shape_serviceTask_CommitFunds\"[\\s\\S]*?</bpmndi:BPMNShape>", ""));
    }

    private void moneyPastTheBoard() {
        String toDecision = "sourceRef=\"gateway_IsPlanRecommended\" targetRef=\"callActivity_DecideBid\"";
        add(
                "commit-without-board",
                life.replace(toDecision, toDecision.replace("callActivity_DecideBid", "serviceTask_CommitFunds")));
        add(
                "commit-refused-too",
                life.replace(
                                "default=\"flow_IsBidApproved_BoardRefused\"",
                                "default=\"flow_IsBidApproved_CommitFunds\"")
                        .replace(
                                "<conditionExpression xsi:type=\"tFormalExpression\">${decision == 'APPROVED'}</conditionExpression>",
                                "")
                        .replace(
                                "<sequenceFlow id=\"flow_IsBidApproved_BoardRefused\" name=\"no\" sourceRef=\"gateway_IsBidApproved\" targetRef=\"endEvent_BoardRefused\"/>",
                                "<sequenceFlow id=\"flow_IsBidApproved_BoardRefused\" name=\"no\" sourceRef=\"gateway_IsBidApproved\" targetRef=\"endEvent_BoardRefused\"><conditionExpression>${decision == 'RETURNED'}</conditionExpression></sequenceFlow>"));
        add("commit-on-not-refused-word", life.replace("${decision == 'APPROVED'}", "${decision != 'RETURNED'}"));
        add("commit-on-other-variable", life.replace("${decision == 'APPROVED'}", "${instalments == 2}"));
        add("commit-on-or", life.replace("${decision == 'APPROVED'}", "${decision == 'APPROVED' || secondWaits}"));
        add("decision-not-handed-back", life.replace("<flowable:out source=\"decision\" target=\"decision\"/>", ""));
        add(
                "decision-from-voter",
                life.replace(
                        "<flowable:out source=\"decision\" target=\"decision\"/>",
                        "<flowable:out source=\"voter\" target=\"decision\"/>"));
        add(
                "decision-handed-in",
                life.replace(
                        "<flowable:in source=\"leadGroup\" target=\"leadGroup\"/>",
                        "<flowable:in source=\"leadGroup\" target=\"decision\"/>"));
        add("decide-by-release", life.replace("calledElement=\"boardVote\"", "calledElement=\"budgetRelease\""));
        add("decide-by-report", life.replace("calledElement=\"boardVote\"", "calledElement=\"marchReport\""));
        add("decide-by-itself", life.replace("calledElement=\"boardVote\"", "calledElement=\"bidLifecycle\""));
        add("decide-by-nobody", life.replace("calledElement=\"boardVote\"", "calledElement=\"unknown\""));
        add(
                "vote-not-counted",
                vote.replace(
                        "flowable:delegateExpression=\"${countBallot}\"",
                        "flowable:delegateExpression=\"${remindPeople}\""));
        add("tie-carries", vote.replace("${decision == 'TIED'}", "${decision == 'INQUORATE'}"));
        add(
                "release-without-approval",
                release.replace(
                        "sourceRef=\"userTask_RequestRelease\" targetRef=\"userTask_ApproveRelease\"",
                        "sourceRef=\"userTask_RequestRelease\" targetRef=\"endEvent_InstalmentReleased\""));
        add(
                "release-before-commit",
                life.replace(
                        "sourceRef=\"gateway_IsBidApproved\" targetRef=\"serviceTask_CommitFunds\"",
                        "sourceRef=\"gateway_IsBidApproved\" targetRef=\"callActivity_ReleaseFirstInstalment\""));
        add(
                "release-not-accepted",
                life.replace(
                        "sourceRef=\"serviceTask_CommitFunds\" targetRef=\"userTask_AcceptAward\"",
                        "sourceRef=\"serviceTask_CommitFunds\" targetRef=\"callActivity_ReleaseFirstInstalment\""));
        add(
                "release-on-withdrawal",
                life.replace(
                        "flowable:delegateExpression=\"${returnFunds}\"",
                        "flowable:delegateExpression=\"${commitFunds}\""));
        add(
                "release-by-reminder",
                release.replace(
                        "flowable:delegateExpression=\"${remindPeople}\"",
                        "flowable:delegateExpression=\"${commitFunds}\""));
        add(
                "commit-by-timer",
                life.replace(
                        "sourceRef=\"boundaryEvent_ReviewPlanOverdue\" targetRef=\"serviceTask_EscalateTask\"",
                        "sourceRef=\"boundaryEvent_ReviewPlanOverdue\" targetRef=\"serviceTask_CommitFunds\""));
        add(
                "close-before-release",
                life.replace(
                        "sourceRef=\"startEvent_BidStarted\" targetRef=\"subProcess_BeforeRelease\"",
                        "sourceRef=\"startEvent_BidStarted\" targetRef=\"serviceTask_CloseBid\""));
        add(
                "other-key",
                life.replace("id=\"bidLifecycle\"", "id=\"mine\"")
                        .replace("bpmnElement=\"bidLifecycle\"", "bpmnElement=\"mine\"")
                        .replace(toDecision, toDecision.replace("callActivity_DecideBid", "serviceTask_CommitFunds")));
        add("release-alone", release.replace("budgetRelease", "releaseAlone"));
        add(
                "no-withdrawal",
                life.replace(
                        "name=\"Bid withdrawn\" attachedToRef=\"subProcess_BeforeRelease\"",
                        "name=\"Bid withdrawn\" attachedToRef=\"callActivity_ReportInOctober\""));
        add(
                "withdrawal-keeps-funds",
                life.replace(
                        "flowable:delegateExpression=\"${returnFunds}\"",
                        "flowable:delegateExpression=\"${remindPeople}\""));
        add("refused-by-nobody", life.replace("${decision == 'APPROVED'}", "${secondWaits}"));
    }

    private void groupsAndScreens() {
        add(
                "lead-approves-release",
                release.replace(
                        "flowable:candidateGroups=\"FINANCE_APPROVER\"", "flowable:candidateGroups=\"${leadGroup}\""));
        add(
                "officer-approves-too",
                release.replace(
                        "flowable:candidateGroups=\"FINANCE_APPROVER\"",
                        "flowable:candidateGroups=\"FINANCE_APPROVER,FINANCE_OFFICER\""));
        add(
                "group-nobody",
                release.replace(
                        "flowable:candidateGroups=\"FINANCE_APPROVER\"", "flowable:candidateGroups=\"EVERYBODY\""));
        add("no-group", release.replace(" flowable:candidateGroups=\"FINANCE_APPROVER\"", ""));
        add(
                "one-approver",
                release.replace("flowable:candidateGroups=\"FINANCE_APPROVER\"", "flowable:assignee=\"${voter}\""));
        add("no-deadline", release.replace("flowable:dueDate=\"P5D\"", ""));
        add("deadline-zero", release.replace("flowable:dueDate=\"P5D\"", "flowable:dueDate=\"P0D\""));
        add("deadline-far", release.replace("flowable:dueDate=\"P5D\"", "flowable:dueDate=\"P99999999999D\""));
        add("screen-unknown", release.replace("flowable:formKey=\"release\"", "flowable:formKey=\"people\""));
        add(
                "screen-elsewhere",
                release.replace("flowable:formKey=\"release-approval\"", "flowable:formKey=\"release\""));
        add(
                "groups-swapped",
                life.replace(
                        "<flowable:in source=\"adviserGroup\" target=\"adviserGroup\"/>",
                        "<flowable:in source=\"leadGroup\" target=\"adviserGroup\"/>"));
        String vote = shipped("board-vote");
        add("voting-ended-elsewhere", vote.replace("name=\"votingEnded\"", "name=\"bidWithdrawnByNobody\""));
        add("referral-ignored", vote.replace("${decision == 'DEFERRED'}", "${decision == 'TIED'}"));
        add(
                "deferred-is-approved",
                life.replace("${decision == 'APPROVED'}", "${decision == 'APPROVED' || decision == 'DEFERRED'}"));
        add("third-instalment", life.replace("sourceExpression=\"${2}\"", "sourceExpression=\"${3}\""));
    }

    private void add(String name, String bpmn) {
        all.add(new Hostile(name, bpmn.getBytes(StandardCharsets.UTF_8)));
    }
}
