package org.schoolcollab.workflow.gate;

import java.util.List;

/** Attacks that want to run code: by expressions, kinds of tasks, scripts and listeners. */
final class HostileCode extends Attacks {

    @Override
    void make() {
        expressionsEverywhere();
        tasksThatRunCode();
        scripts();
        listeners();
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
}
