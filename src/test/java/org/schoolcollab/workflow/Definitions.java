package org.schoolcollab.workflow;

import org.schoolcollab.workflow.gate.HostileDefinitions;

/** Changed definitions for tests, each made from a shipped one. */
public final class Definitions {

    private Definitions() {}

    public static String shipped(String name) {
        return HostileDefinitions.shipped(name);
    }

    /** The vote with ten working days less for the chair to open the ballot. */
    public static String voteWithFiveDays() {
        return shipped("board-vote")
                .replace(
                        "flowable:candidateGroups=\"${decisionLeads.groups(execution)}\" flowable:dueDate=\"P10D\" flowable:businessCalendarName=\"workingDays\" flowable:formKey=\"ballot\"",
                        "flowable:candidateGroups=\"${decisionLeads.groups(execution)}\" flowable:dueDate=\"P5D\" flowable:businessCalendarName=\"workingDays\" flowable:formKey=\"ballot\"");
    }

    /** The vote with a sign-off by whoever leads the decision, between the decision and the end. */
    public static String voteWithSignOff() {
        String vote = shipped("board-vote");
        String task = """
                <userTask id="userTask_ChairSignOff" name="Chair's sign-off" flowable:candidateGroups="${decisionLeads.groups(execution)}" flowable:dueDate="P3D" flowable:businessCalendarName="workingDays" flowable:formKey="sign-off" flowable:category="BOARD">
                  <incoming>flow_IsBidDecided_BidDecided</incoming>
                  <outgoing>flow_ChairSignOff_BidDecided</outgoing>
                </userTask>
                <sequenceFlow id="flow_ChairSignOff_BidDecided" sourceRef="userTask_ChairSignOff" targetRef="endEvent_BidDecided"/>
                <endEvent id="endEvent_BidDecided" name="Bid decided">
                  <incoming>flow_ChairSignOff_BidDecided</incoming>
                """;
        return vote.replace(
                        "<endEvent id=\"endEvent_BidDecided\" name=\"Bid decided\">\n      <incoming>flow_IsBidDecided_BidDecided</incoming>",
                        task.strip())
                .replace(
                        "sourceRef=\"gateway_IsBidDecided\" targetRef=\"endEvent_BidDecided\"",
                        "sourceRef=\"gateway_IsBidDecided\" targetRef=\"userTask_ChairSignOff\"")
                .replace("</bpmndi:BPMNPlane>", """
                      <bpmndi:BPMNShape id="shape_ChairSignOff" bpmnElement="userTask_ChairSignOff"><dc:Bounds x="1500" y="500" width="100" height="80"/></bpmndi:BPMNShape>
                      <bpmndi:BPMNEdge id="edge_ChairSignOff" bpmnElement="flow_ChairSignOff_BidDecided"><di:waypoint x="1600" y="540"/><di:waypoint x="1650" y="540"/></bpmndi:BPMNEdge>
                    </bpmndi:BPMNPlane>""");
    }
}
