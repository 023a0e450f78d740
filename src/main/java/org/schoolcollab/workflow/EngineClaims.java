package org.schoolcollab.workflow;

import org.flowable.engine.TaskService;
import org.schoolcollab.inbox.TaskClaims;
import org.schoolcollab.security.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands tasks to people. The engine checks no permission; the inbox has. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineClaims implements TaskClaims {

    private final TaskService tasks;

    EngineClaims(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void claim(String taskId, PersonId person) {
        tasks.claim(taskId, person.toString());
    }

    @Override
    public void release(String taskId) {
        tasks.unclaim(taskId);
    }

    @Override
    public void reassign(String taskId, PersonId to) {
        tasks.setAssignee(taskId, to.toString());
    }
}
