package org.schoolcollab.workflow.gate;

/** Definitions that are well made and go where none may: past the board, past finance, to nobody, or round for ever. */
final class HostileWays extends Attacks {

    @Override
    void make() {
        shapes();
        moneyPastTheBoard();
        groupsAndScreens();
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
        add("voting-ended-elsewhere", vote.replace("name=\"votingEnded\"", "name=\"bidWithdrawnByNobody\""));
        add("referral-ignored", vote.replace("${decision == 'DEFERRED'}", "${decision == 'TIED'}"));
        add(
                "deferred-is-approved",
                life.replace("${decision == 'APPROVED'}", "${decision == 'APPROVED' || decision == 'DEFERRED'}"));
        add("third-instalment", life.replace("sourceExpression=\"${2}\"", "sourceExpression=\"${3}\""));
    }
}
