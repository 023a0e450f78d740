package org.schoolcollab.workflow.move;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSubmission;
import org.schoolcollab.board.BallotOpening;
import org.schoolcollab.board.CastingVote;
import org.schoolcollab.board.MeetingConduct;
import org.schoolcollab.board.MeetingDraft;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.outcome.OctoberReporting;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.ReportAcceptance;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.StepSignOff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a bid to where it waits, and from wherever it waits to its end: by the use cases, as people do it from their queues. */
@Component
class WayOfABid {

    private static final String SLUG = Lifecycle.SLUG;
    private static final Money ALL = Money.ofPounds(21_000);
    private static final int STEPS_AT_MOST = 80;
    private static final LocalDate TODAY = LocalDate.of(2014, 6, 16);

    /** What waits for somebody: the first open row of the bid's queue. */
    record Waiting(String task, String key, String form, String group, String person) {}

    private final BidFixtures fixtures;
    private final BidSubmission submission;
    private final PlanReview review;
    private final BallotOpening opening;
    private final Voting voting;
    private final CastingVote castingVote;
    private final MeetingPlanning planning;
    private final MeetingConduct conduct;
    private final BudgetRelease release;
    private final OctoberReporting october;
    private final ReportAcceptance reports;
    private final StepSignOff signOff;
    private final BidRegister bids;
    private final ManagementService management;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final LogIn logIn;

    WayOfABid(
            BidFixtures fixtures,
            BidSubmission submission,
            PlanReview review,
            BallotOpening opening,
            Voting voting,
            CastingVote castingVote,
            MeetingPlanning planning,
            MeetingConduct conduct,
            BudgetRelease release,
            OctoberReporting october,
            ReportAcceptance reports,
            StepSignOff signOff,
            BidRegister bids,
            ManagementService management,
            Jobs jobs,
            JdbcClient jdbc,
            LogIn logIn) {
        this.fixtures = fixtures;
        this.submission = submission;
        this.review = review;
        this.opening = opening;
        this.voting = voting;
        this.castingVote = castingVote;
        this.planning = planning;
        this.conduct = conduct;
        this.release = release;
        this.october = october;
        this.reports = reports;
        this.signOff = signOff;
        this.bids = bids;
        this.management = management;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.logIn = logIn;
    }

    /** A new bid that waits there. */
    BidId to(WaitState state) {
        BidId bid = fixtures.completeDraft(SLUG);
        switch (state) {
            case IN_REVIEW -> until(bid, "review");
            case REVIEW_REMINDED -> {
                until(bid, "review");
                jobs.runUntil(timer("boundaryEvent_ReviewPlanSoonDue"));
            }
            case REVIEW_OVERDUE -> {
                until(bid, "review");
                jobs.runUntil(timer("boundaryEvent_ReviewPlanOverdue"));
            }
            case RETURNED -> {
                until(bid, "review");
                logIn.run(
                        Lifecycle.ADVISER,
                        () -> review.returnForChanges(bid, ReviewDraft.returning("Baselines are missing")));
            }
            case BEFORE_VOTE -> until(bid, "ballot");
            case VOTE_OPEN -> until(bid, "vote");
            case VOTE_BEGUN -> begun(bid);
            case VOTE_OPEN_IN_MEETING -> inMeeting(bid, MeetingKind.MEETING);
            case VOTE_BEGUN_IN_MEETING -> {
                inMeeting(bid, MeetingKind.MEETING);
                begun(bid);
            }
            case VOTE_OPEN_IN_WRITING -> inMeeting(bid, MeetingKind.WRITTEN);
            case VOTE_BEGUN_IN_WRITING -> {
                inMeeting(bid, MeetingKind.WRITTEN);
                begun(bid);
            }
            case TIED -> {
                until(bid, "vote");
                Lifecycle.VOTERS.subList(0, 3).forEach(voter -> vote(bid, voter, VoteChoice.APPROVE));
                Lifecycle.VOTERS.subList(3, 6).forEach(voter -> vote(bid, voter, VoteChoice.REFUSE));
            }
            case AWARDED -> until(bid, "award");
            case FIRST_RELEASE -> until(bid, "release");
            case FIRST_APPROVAL -> until(bid, "release-approval");
            case MARCH_AWAITED -> until(bid, "");
            case MARCH_REPORT -> until(bid, "march-report");
            case MARCH_ACCEPTANCE -> until(bid, "march-acceptance");
            case SECOND_RELEASE -> {
                until(bid, "march-acceptance");
                until(bid, "release");
            }
            case SECOND_APPROVAL -> {
                until(bid, "march-acceptance");
                until(bid, "release-approval");
            }
            case OCTOBER_AWAITED -> {
                until(bid, "march-acceptance");
                until(bid, "");
            }
            case OCTOBER_REPORT -> until(bid, "october-report");
            case OCTOBER_ACCEPTANCE -> until(bid, "october-acceptance");
            case DRAFTING -> {
                // It is there.
            }
        }
        return bid;
    }

    private void begun(BidId bid) {
        until(bid, "vote");
        Lifecycle.VOTERS.subList(0, 2).forEach(voter -> vote(bid, voter, VoteChoice.APPROVE));
    }

    private void inMeeting(BidId bid, MeetingKind kind) {
        until(bid, "ballot");
        boolean written = kind == MeetingKind.WRITTEN;
        logIn.run(Lifecycle.CHAIR, () -> {
            MeetingId id = planning.plan(new MeetingDraft(
                    "SOUTH",
                    kind,
                    TODAY,
                    LocalTime.of(16, 0),
                    written ? "" : "Ashford",
                    written ? TODAY.plusDays(4) : null,
                    written ? LocalTime.of(17, 0) : null));
            planning.putOn(id, bid);
            conduct.open(id);
        });
        until(bid, "vote");
    }

    private void vote(BidId bid, String voter, VoteChoice choice) {
        logIn.run(voter, () -> voting.cast(bid, choice, "Because of the targets"));
    }

    /** On until this screen is what waits; with an empty word, until nothing waits but a date. */
    void until(BidId bid, String form) {
        for (int steps = 0; !form.equals(waiting(bid).form()); steps++) {
            if (steps > STEPS_AT_MOST || bids.get(bid).status().isEnded()) {
                throw new IllegalStateException(form + " is not reached: " + waiting(bid));
            }
            go(bid);
        }
    }

    /** On until the bid is closed. */
    void toTheEnd(BidId bid) {
        for (int steps = 0; bids.get(bid).status() != BidStatus.CLOSED; steps++) {
            if (steps > STEPS_AT_MOST) {
                throw new IllegalStateException("no end: " + waiting(bid));
            }
            go(bid);
        }
    }

    Waiting waiting(BidId bid) {
        return jdbc.sql("""
                        select i.task_id, i.task_key, i.form, i.group_key, coalesce(p.username, '')
                        from inbox_work_item i left join security_person p on p.id = i.claimed_by
                        where i.bid_id = ? and i.state = 'OPEN' order by i.id limit 1""")
                .param(bid.toString())
                .query((row, n) -> new Waiting(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .optional()
                .orElse(new Waiting("", "", "", "", ""));
    }

    /** Who takes what waits. */
    String whoTakes(Waiting waiting) {
        if (!waiting.person().isEmpty()) {
            return waiting.person();
        }
        return switch (waiting.group().replaceFirst(":.*", "")) {
            case "COLLABORATION_LEAD" -> Lifecycle.LEAD;
            case "ADVISER" -> Lifecycle.ADVISER;
            case "BOARD_CHAIR" -> Lifecycle.CHAIR;
            case "FINANCE_OFFICER" -> Lifecycle.OFFICER;
            case "FINANCE_APPROVER" -> Lifecycle.APPROVER;
            default -> throw new IllegalStateException(waiting.toString());
        };
    }

    private void go(BidId bid) {
        Waiting waiting = waiting(bid);
        if (waiting.form().isEmpty()) {
            jobs.runUntil(nextTimer());
            return;
        }
        if (waiting.form().equals("plan")) {
            fixtures.consented(bid);
        }
        logIn.run(whoTakes(waiting), () -> done(bid, waiting));
    }

    private void done(BidId bid, Waiting waiting) {
        switch (waiting.form()) {
            case "plan" -> {
                fixtures.answerPoints(bid);
                submission.submit(bid);
            }
            case "review" -> review.recommend(bid, BidFixtures.completeReview(ALL));
            case "ballot" -> opening.open(bid, ALL);
            case "vote" -> voting.cast(bid, VoteChoice.APPROVE, "");
            case "casting-vote" -> castingVote.give(bid, VoteChoice.APPROVE, "The plan is sound");
            case "award" -> fixtures.accept(bid, SLUG);
            case "release" -> release.request(bid, instalment(bid));
            case "release-approval" -> release.approve(bid, instalment(bid));
            case "march-report" -> fixtures.submitMarch(bid);
            case "march-acceptance" -> fixtures.acceptMarch(bid);
            case "october-report" -> october.submit(bid, fixtures.completeOctober(bid));
            case "october-acceptance" -> reports.accept(bid, Kind.OCTOBER);
            case "sign-off" -> signOff.agree(bid, waiting.key(), "");
            default -> throw new IllegalStateException(waiting.toString());
        }
    }

    /** The instalment that is paid next. */
    private int instalment(BidId bid) {
        return 1 + jdbc.sql("""
                                select count(*) from ledger_release r join ledger_instalment i on i.id = r.instalment_id
                                  join ledger_award a on a.id = i.award_id where a.bid_id = ?""").param(bid.toString()).query(Integer.class).single();
    }

    private Instant nextTimer() {
        return management
                .createTimerJobQuery()
                .orderByJobDuedate()
                .asc()
                .list()
                .getFirst()
                .getDuedate()
                .toInstant();
    }

    private Instant timer(String element) {
        List<Job> timers = management.createTimerJobQuery().elementId(element).list();
        return timers.getFirst().getDuedate().toInstant();
    }
}
