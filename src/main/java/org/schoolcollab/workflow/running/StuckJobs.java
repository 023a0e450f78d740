package org.schoolcollab.workflow.running;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.workflow.running.FailedJobs.Failed;
import org.springframework.transaction.annotation.Transactional;

/** What the portal should have done by itself and could not: reminders, closings and the like. Tried again now or later, with a note. */
@UseCase
public class StuckJobs {

    /** The most characters of a note. */
    public static final int NOTE_LIMIT = 1000;

    /**
     * Something that failed.
     *
     * @param stuck whether it is not tried again by itself
     * @param element id of the step or event in the process
     * @param name of the element; untrusted text, like the message
     * @param message what went wrong, as the engine has it
     * @param due when it is tried next, or was to be done
     * @param note what somebody wrote about it last
     */
    public record Stuck(
            String job,
            boolean stuck,
            BidId bid,
            String collaborationName,
            String process,
            String element,
            String name,
            String message,
            Instant since,
            @Nullable Instant due,
            @Nullable String note) {}

    private final FailedJobs jobs;
    private final BidRegister bids;
    private final BidProgress progress;
    private final AuditTrail audit;
    private final Keepers keepers;
    private final PortalClock clock;

    StuckJobs(
            FailedJobs jobs,
            BidRegister bids,
            BidProgress progress,
            AuditTrail audit,
            Keepers keepers,
            PortalClock clock) {
        this.jobs = jobs;
        this.bids = bids;
        this.progress = progress;
        this.audit = audit;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** All that failed: first what is stuck, each by age. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Stuck> all() {
        return jobs.all().stream()
                .map(this::shown)
                .sorted(Comparator.comparing(Stuck::stuck).reversed().thenComparing(Stuck::since))
                .toList();
    }

    private Stuck shown(Failed failed) {
        var job = failed.job();
        return new Stuck(
                job.getId(),
                failed.stuck(),
                failed.bid(),
                bids.get(failed.bid()).collaborationName(),
                failed.process().getProcessDefinitionName(),
                job.getElementId(),
                job.getElementName() == null ? job.getElementId() : job.getElementName(),
                Objects.requireNonNullElse(job.getExceptionMessage(), ""),
                job.getCreateTime().toInstant(),
                job.getDuedate() == null ? null : job.getDuedate().toInstant(),
                jobs.noteOn(failed.key()));
    }

    /**
     * Has the engine try these again, at once. What is no longer stuck is left out.
     *
     * @return how many are tried
     * @throws NotFound if none of them is stuck, or no longer
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public int retry(Collection<String> jobIds) {
        String role = keepers.require();
        // Bids are locked in one order by all.
        List<Failed> chosen = jobIds.stream()
                .distinct()
                .map(jobs::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Failed failed) -> failed.bid().toString())
                        .thenComparing(failed -> failed.job().getId()))
                .toList();
        if (chosen.isEmpty()) {
            throw new NotFound();
        }
        for (Failed failed : chosen) {
            progress.lock(failed.bid());
            jobs.tryNow(failed);
            audit.record(act(failed, "process.jobRetried", role).changed("job", state(failed), "to be tried now"));
        }
        return chosen.size();
    }

    /**
     * Has the engine try it at another moment.
     *
     * @throws NotFound if it is not stuck, or no longer
     * @throws ValidationFailed if the moment is missing or past
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void dueAt(String jobId, @Nullable Instant due) {
        String role = keepers.require();
        Failed failed = locked(jobId);
        if (due == null || !due.isAfter(clock.instant())) {
            throw new ValidationFailed(List.of(Problem.of("due", "error.workflow.job.due")));
        }
        jobs.tryAt(failed, due);
        audit.record(act(failed, "process.jobPostponed", role)
                .changed("job", state(failed), "waiting")
                .changed(
                        "due",
                        failed.job().getDuedate() == null
                                ? null
                                : failed.job().getDuedate().toInstant(),
                        due));
    }

    /**
     * Writes down what somebody found out about it.
     *
     * @param note at most {@value #NOTE_LIMIT} characters
     * @throws NotFound if it is not stuck, or no longer
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void note(String jobId, String note) {
        String role = keepers.require();
        Failed failed = locked(jobId);
        String words = Texts.required(NOTE_LIMIT, "note", note);
        String before = jobs.noteOn(failed.key());
        jobs.note(failed, words, keepers.actor().id(), clock.instant());
        audit.record(act(failed, "process.jobNoted", role).changed("note", before, words));
    }

    /** Found, its bid locked, and still there. */
    private Failed locked(String jobId) {
        progress.lock(jobs.find(jobId).orElseThrow(NotFound::new).bid());
        return jobs.find(jobId).orElseThrow(NotFound::new);
    }

    private static String state(Failed failed) {
        return failed.stuck() ? "stuck" : "failing";
    }

    private static Act act(Failed failed, String action, String role) {
        return Act.onBid(failed.bid().value(), action, role)
                .with("element", failed.job().getElementId())
                .with("message", failed.job().getExceptionMessage());
    }
}
