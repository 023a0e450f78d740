package org.schoolcollab.workflow;

import java.time.Instant;
import java.util.List;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEvent;
import org.flowable.engine.delegate.DelegateExecution;

/** What plays the world to {@link RehearsalEngine}: its clock, the other definitions, and everything a definition asks of the portal. */
public interface Stage {

    /** The time that the definition sees. */
    Instant now();

    /** The engine's id of the definition that a call of this process starts. */
    String definitionFor(String key);

    /** A step that the portal does by itself. */
    void serve(String delegate, DelegateExecution execution);

    /** Whether no further vote is needed. */
    boolean isBallotSettled();

    /** The task groups of those who lead the decision. */
    List<String> leaders();

    /** The engine came by an element. */
    void happened(FlowableEngineEvent event);
}
