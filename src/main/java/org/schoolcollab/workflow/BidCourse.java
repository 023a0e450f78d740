package org.schoolcollab.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flowable.engine.HistoryService;
import org.flowable.engine.ManagementService;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.schoolcollab.bid.BidId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a bid is on the diagrams of its process and of the processes it has called. Not a use case: whoever shows it has checked that
 * the person may see the bid.
 */
@Component
public class BidCourse {

    private static final Set<String> NOT_LIT = Set.of("subProcess", "sequenceFlow", "boundaryEvent");

    /**
     * One diagram with what is done and what is open on it.
     *
     * @param bpmn the definition with its diagram, as deployed when the bid's process began
     */
    public record Diagram(String name, String bpmn, List<String> done, List<String> now) {}

    /** A date that the process waits for: the element's id, its name, which is untrusted text, and when it goes on. */
    public record Wait(String elementId, String name, Instant until) {}

    private final HistoryService history;
    private final DeployedDefinitions definitions;
    private final ManagementService management;

    BidCourse(HistoryService history, DeployedDefinitions definitions, ManagementService management) {
        this.history = history;
        this.definitions = definitions;
        this.management = management;
    }

    /** The bid's own diagram, then those of other processes of it that are running, each definition once. */
    @Transactional(readOnly = true)
    public List<Diagram> diagrams(BidId bid) {
        List<Diagram> diagrams = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(bid.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()) {
            if (instance.getProcessDefinitionKey().equals(BidSteps.PROCESS)) {
                diagrams.addFirst(diagram(instance));
            } else if (instance.getEndTime() == null && shown.add(instance.getProcessDefinitionId())) {
                diagrams.add(diagram(instance));
            }
        }
        return diagrams;
    }

    private Diagram diagram(HistoricProcessInstance instance) {
        Set<String> done = new HashSet<>();
        Set<String> now = new HashSet<>();
        for (HistoricActivityInstance activity : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()) {
            if (!NOT_LIT.contains(activity.getActivityType())) {
                (activity.getEndTime() == null ? now : done).add(activity.getActivityId());
            }
        }
        done.removeAll(now);
        return new Diagram(
                instance.getProcessDefinitionName(),
                definitions.bpmn(instance.getProcessDefinitionId()),
                List.copyOf(done),
                List.copyOf(now));
    }

    /** What the bid's process waits for, where it waits for a date and not for people. */
    @Transactional(readOnly = true)
    public Optional<Wait> waitsFor(BidId bid) {
        HistoricProcessInstance running = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(bid.toString())
                .processDefinitionKey(BidSteps.PROCESS)
                .unfinished()
                .singleResult();
        if (running == null) {
            return Optional.empty();
        }
        return management.createTimerJobQuery().processInstanceId(running.getId()).list().stream()
                .filter(job -> job.getElementId().startsWith("timerEvent_"))
                .findFirst()
                .map(job -> new Wait(
                        job.getElementId(),
                        job.getElementName() == null ? job.getElementId() : job.getElementName(),
                        job.getDuedate().toInstant()));
    }
}
