package org.schoolcollab.workflow.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.ValidationFailed;
import org.springframework.beans.factory.annotation.Autowired;

/** Failed jobs are tried again, at once or later, and have notes. */
class StuckJobsModuleTest extends RunningScenes {

    @Autowired
    StuckJobs stuck;

    @Autowired
    ManagementService management;

    @Test
    void severalFailedJobsAreTriedAgainAtOnce() {
        BidId bid = lifecycle.submitted();
        List<Job> timers = management.createTimerJobQuery().list();
        timers.forEach(timer -> management.moveJobToDeadLetterJob(timer.getId()));
        logIn.as("admin");
        List<String> ids = stuck.all().stream().map(StuckJobs.Stuck::job).toList();
        assertThat(ids).hasSize(2);
        assertThat(stuck.retry(List.of(ids.getFirst(), ids.getLast(), ids.getLast(), "gone")))
                .isEqualTo(2);
        assertThat(stuck.all()).isEmpty();
        assertThat(management.createJobQuery().count()).isEqualTo(2);
        assertThat(jdbc.sql("select details from audit_record where bid_id = ? and action = 'process.jobRetried'")
                        .param(bid.toString())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(details -> assertThat(details)
                        .contains("\"before.job\":\"stuck\"")
                        .contains("\"after.job\":\"to be tried now\""));
        assertThatThrownBy(() -> stuck.retry(ids)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stuck.retry(List.of())).isInstanceOf(NotFound.class);
    }

    @Test
    void aFailedJobIsTriedAtAnotherMoment() {
        BidId bid = lifecycle.submitted();
        String timer = management
                .createTimerJobQuery()
                .elementId("boundaryEvent_ReviewPlanSoonDue")
                .singleResult()
                .getId();
        management.moveJobToDeadLetterJob(timer);
        logIn.as("admin");
        String job = stuck.all().getFirst().job();
        assertThatThrownBy(() -> stuck.dueAt(job, null)).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> stuck.dueAt(job, clock.instant())).isInstanceOf(ValidationFailed.class);
        Instant due = clock.instant().plus(Duration.ofHours(2));
        stuck.dueAt(job, due);
        assertThat(stuck.all()).isEmpty();
        assertThat(management
                        .createTimerJobQuery()
                        .elementId("boundaryEvent_ReviewPlanSoonDue")
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(due);
        jobs.runUntil(due);
        assertThat(reminded(bid)).isEqualTo(1);
        assertThat(details(bid, "process.jobPostponed")).contains("\"after.due\":\"" + due + "\"");
        assertThatThrownBy(() -> stuck.dueAt(job, due.plus(Duration.ofDays(1)))).isInstanceOf(NotFound.class);
    }

    @Test
    void aNoteStaysWithTheJobHoweverOftenItFails() {
        BidId bid = lifecycle.submitted();
        String timer = management
                .createTimerJobQuery()
                .elementId("boundaryEvent_ReviewPlanOverdue")
                .singleResult()
                .getId();
        management.moveJobToDeadLetterJob(timer);
        logIn.as("admin");
        stuck.note(stuck.all().getFirst().job(), "The mail server was down");
        assertThatThrownBy(() -> stuck.note(stuck.all().getFirst().job(), " ")).isInstanceOf(ValidationFailed.class);
        stuck.retry(List.of(stuck.all().getFirst().job()));
        management.moveJobToDeadLetterJob(
                management.createJobQuery().singleResult().getId());
        assertThat(stuck.all())
                .singleElement()
                .satisfies(again -> assertThat(again.note()).isEqualTo("The mail server was down"));
        stuck.note(stuck.all().getFirst().job(), "It still is");
        assertThat(stuck.all().getFirst().note()).isEqualTo("It still is");
        assertThat(jdbc.sql("select details from audit_record where bid_id = ? and action = 'process.jobNoted'"
                                + " order by position desc limit 1")
                        .param(bid.toString())
                        .query(String.class)
                        .single())
                .contains("\"before.note\":\"The mail server was down\"")
                .contains("\"after.note\":\"It still is\"");
        logIn.as("auditor");
        assertThat(stuck.all()).hasSize(1);
        assertThatThrownBy(() -> stuck.note(stuck.all().getFirst().job(), "Mine"))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> stuck.retry(List.of("any"))).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> stuck.dueAt("any", null)).isInstanceOf(AccessRefused.class);
    }
}
