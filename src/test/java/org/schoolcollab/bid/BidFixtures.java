package org.schoolcollab.bid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.board.BallotOpening;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.ledger.AwardAcceptance;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.outcome.MarchDraft;
import org.schoolcollab.outcome.MarchReporting;
import org.schoolcollab.outcome.OctoberDraft;
import org.schoolcollab.outcome.OctoberReporting;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.Progress;
import org.schoolcollab.outcome.ReportAcceptance;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.CheckQuestion;
import org.schoolcollab.review.PlanPoint;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.PointAnswers;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.ScoreCriterion;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A ladder of bids, each made by its lead ({@code lead.<slug>}) through the use cases; who was logged in stays logged in. */
@Component
public class BidFixtures {

    /** A day in the third round's window for March reports. */
    public static final Instant MARCH = Instant.parse("2015-03-02T09:00:00Z");

    /** A day in the third round's window for October reports. */
    public static final Instant OCTOBER = Instant.parse("2015-10-02T09:00:00Z");

    private final BidStart start;
    private final PlanDrafting drafting;
    private final BidSubmission submission;
    private final CollaborationDirectory collaborations;
    private final BidRegister bids;
    private final PlanReview review;
    private final PointAnswers answers;
    private final TaskDesk desk;
    private final BallotOpening opening;
    private final Voting voting;
    private final BudgetRelease release;
    private final MarchReporting march;
    private final OctoberReporting october;
    private final ReportAcceptance reports;
    private final AwardAcceptance acceptance;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final LogIn logIn;
    private final AgreedSchools agreed;
    private final People people;
    private final TransactionTemplate transaction;

    BidFixtures(
            BidStart start,
            PlanDrafting drafting,
            BidSubmission submission,
            CollaborationDirectory collaborations,
            BidRegister bids,
            PlanReview review,
            PointAnswers answers,
            TaskDesk desk,
            BallotOpening opening,
            Voting voting,
            BudgetRelease release,
            MarchReporting march,
            OctoberReporting october,
            ReportAcceptance reports,
            AwardAcceptance acceptance,
            Jobs jobs,
            JdbcClient jdbc,
            LogIn logIn,
            AgreedSchools agreed,
            People people,
            TransactionTemplate transaction) {
        this.start = start;
        this.drafting = drafting;
        this.submission = submission;
        this.collaborations = collaborations;
        this.bids = bids;
        this.review = review;
        this.answers = answers;
        this.desk = desk;
        this.opening = opening;
        this.voting = voting;
        this.release = release;
        this.march = march;
        this.october = october;
        this.reports = reports;
        this.acceptance = acceptance;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.logIn = logIn;
        this.agreed = agreed;
        this.people = people;
        this.transaction = transaction;
    }

    /** A bid just started, with an empty plan. */
    public BidId draftBid(String slug) {
        var collaboration = collaborations.findBySlug(slug).orElseThrow();
        return logIn.as("lead." + slug, () -> start.start(collaboration.id()));
    }

    /** Lets a demo person lead a bid's collaboration beside its lead, as the administrator may. */
    public void alsoLeads(String username, BidId bid) {
        RoleGrant lead = new RoleGrant(
                Role.COLLABORATION_LEAD,
                Scope.collaboration(bids.get(bid).collaborationId().value()));
        transaction.executeWithoutResult(status ->
                people.grant(people.principal(username).orElseThrow().actor().id(), lead));
    }

    /** The person who is logged in types a whole plan, whatever stands there. */
    public PlanSaved write(BidId bid, PlanDraft plan) {
        return drafting.change(
                bid, UUID.randomUUID(), TypedPlan.edits(drafting.open(bid).fields(), plan));
    }

    /** The lead types a field that a plan has once, whatever stands there. */
    public void type(BidId bid, String field, String text) {
        logIn.run(lead(bid), () -> {
            PlanFields now = drafting.open(bid).fields();
            drafting.change(
                    bid,
                    UUID.randomUUID(),
                    List.of(new PlanEdit.Type(
                            PlanSection.SUPPORT,
                            PlanFields.ITSELF,
                            field,
                            now.itself(PlanSection.SUPPORT).field(field),
                            text)));
        });
    }

    /** The lead lets every activity and every target name every priority. */
    public void linkToPriorities(BidId bid) {
        logIn.run(lead(bid), () -> {
            PlanFields now = drafting.open(bid).fields();
            String all = now.lines(PlanSection.PRIORITIES).stream()
                    .map(PlanFields.Line::id)
                    .collect(Collectors.joining(" "));
            drafting.change(
                    bid,
                    UUID.randomUUID(),
                    Stream.of(PlanSection.ACTIVITIES, PlanSection.TARGETS)
                            .flatMap(section -> now.lines(section).stream())
                            .<PlanEdit>map(line -> new PlanEdit.Type(
                                    line.section(), line.id(), "priorities", line.field("priorities"), all))
                            .toList());
        });
    }

    /** A bid with a plan that can be submitted, for 21,000 with 10,500 matched. */
    public BidId completeDraft(String slug) {
        return completeDraft(slug, "21000", "10500");
    }

    /** The same for other amounts in pounds. */
    public BidId completeDraft(String slug, String pounds, String matchedPounds) {
        BidId bid = draftBid(slug);
        logIn.run("lead." + slug, () -> write(bid, completePlan(1, pounds, matchedPounds)));
        return bid;
    }

    /**
     * Every member school agrees to its part of what the plan asks for now, split by guide amounts: the rows only, without anybody
     * being asked. Consents for the same amounts stand; all others are given anew.
     */
    public void consented(BidId bid) {
        logIn.run(lead(bid), () -> agreed.all(bid));
    }

    /** A bid for 21,000 with its adviser. */
    public BidId submittedBid(String slug) {
        return submittedBid(slug, "21000", "10500");
    }

    /** The same for other amounts in pounds. */
    public BidId submittedBid(String slug, String pounds, String matchedPounds) {
        BidId bid = completeDraft(slug, pounds, matchedPounds);
        consented(bid);
        logIn.run("lead." + slug, () -> submission.submit(bid));
        return bid;
    }

    /** A bid for 21,000 whose review its adviser gave back: any adviser of the district may take it. */
    public BidId unassignedBid(String slug) {
        BidId bid = submittedBid(slug);
        String task = jdbc.sql("select distinct task_id from inbox_work_item where bid_id = ? and state = 'OPEN'")
                .param(bid.toString())
                .query(String.class)
                .single();
        logIn.run("adviser." + area(bid), () -> desk.giveBack(task));
        return bid;
    }

    /** The person who is logged in submits the plan, behind which all schools stand. */
    public void submit(BidId bid) {
        consented(bid);
        submission.submit(bid);
    }

    /** The lead submits a plan again that came back. */
    public void answerAndSubmit(BidId bid, String slug) {
        consented(bid);
        logIn.run("lead." + slug, () -> {
            answerPoints(bid);
            submission.submit(bid);
        });
    }

    /** The person who is logged in answers every point that the plan came back with. */
    public void answerPoints(BidId bid) {
        answers.open(bid).stream()
                .filter(PlanPoint::toAnswer)
                .forEach(point -> answers.answer(bid, point.id(), true, "Changed as you asked."));
    }

    /** A bid for 21,000 that its adviser sent back; its lead has since asked for 22,000 and other support. */
    public BidId changedAfterReturn(String slug) {
        BidId bid = submittedBid(slug);
        logIn.run(
                "adviser." + area(bid),
                () -> review.returnForChanges(bid, ReviewDraft.returning("Say more about the support")));
        logIn.run("lead." + slug, () -> {
            PlanDraft now = drafting.open(bid).draft();
            BudgetLine line = now.budget().getFirst();
            write(
                    bid,
                    new PlanDraft(
                            now.version(),
                            now.priorities(),
                            now.activities(),
                            now.targets(),
                            List.of(new BudgetLine(line.id(), line.category(), line.description(), "22000")),
                            now.skillsAuditDone(),
                            "Help from a Teaching School",
                            now.variance(),
                            "11000",
                            now.matchedBy()));
        });
        return bid;
    }

    /** A bid for 21,000, all of it recommended by the adviser of its area. */
    public BidId recommendedBid(String slug) {
        return recommendedBid(slug, "21000", "10500");
    }

    /** The same for other amounts in pounds. */
    public BidId recommendedBid(String slug, String pounds, String matchedPounds) {
        BidId bid = submittedBid(slug, pounds, matchedPounds);
        logIn.run("adviser." + area(bid), () -> review.recommend(bid, completeReview(Money.parse(pounds))));
        return bid;
    }

    /** A bid for 21,000, all of it put to the vote by the chair. */
    public BidId ballotOpen(String slug) {
        return ballotOpen(slug, "21000", "10500");
    }

    /** The same for other amounts in pounds. */
    public BidId ballotOpen(String slug, String pounds, String matchedPounds) {
        BidId bid = recommendedBid(slug, pounds, matchedPounds);
        logIn.run("chair." + area(bid), () -> opening.open(bid, Money.parse(pounds)));
        return bid;
    }

    /** A bid for 21,000 that the board agreed: its members voted one after the other until it was decided. */
    public BidId agreedBid(String slug) {
        BidId bid = ballotOpen(slug);
        voteUntilDecided(bid, VoteChoice.APPROVE);
        return bid;
    }

    /** A bid for 21,000 whose award is accepted by its lead; all of it goes to the lead school. */
    public BidId awardedBid(String slug) {
        BidId bid = agreedBid(slug);
        accept(bid, slug);
        return bid;
    }

    /** The lead accepts the award as it stands: all of it for the lead school. */
    public void accept(BidId bid, String slug) {
        logIn.run(
                "lead." + slug,
                () -> acceptance.accept(bid, acceptance.open(bid).allToLeadSchool()));
    }

    /** A bid that the board refused. */
    public BidId refusedBid(String slug) {
        BidId bid = ballotOpen(slug);
        voteUntilDecided(bid, VoteChoice.REFUSE);
        return bid;
    }

    /** A bid in delivery: its first instalment is released. */
    public BidId releasedBid(String slug) {
        BidId bid = awardedBid(slug);
        release(bid, 1);
        return bid;
    }

    /** A bid in March 2015 whose March report is submitted to the adviser. */
    public BidId marchSubmitted(String slug) {
        BidId bid = releasedBid(slug);
        jobs.runUntil(MARCH);
        submitMarch(bid);
        return bid;
    }

    /** A bid in March 2015 whose March report is accepted; its second instalment may be requested. */
    public BidId marchAccepted(String slug) {
        BidId bid = marchSubmitted(slug);
        acceptMarch(bid);
        return bid;
    }

    /** A bid in October 2015, all its money released, whose October report is with the adviser. */
    public BidId octoberSubmitted(String slug) {
        BidId bid = marchAccepted(slug);
        release(bid, 2);
        jobs.runUntil(OCTOBER);
        logIn.run("lead." + slug, () -> october.submit(bid, completeOctober(bid)));
        return bid;
    }

    /** A bid that has come to its end. */
    public BidId closedBid(String slug) {
        BidId bid = octoberSubmitted(slug);
        logIn.run("adviser." + area(bid), () -> reports.accept(bid, Kind.OCTOBER));
        return bid;
    }

    /** One in finance requests the instalment, the other approves it. */
    public void release(BidId bid, int instalment) {
        logIn.run("finance.officer", () -> release.request(bid, instalment));
        logIn.run("finance.approver", () -> release.approve(bid, instalment));
    }

    /** The lead submits a complete March report; its window is open. */
    public void submitMarch(BidId bid) {
        logIn.run(lead(bid), () -> march.submit(bid, completeMarch(bid)));
    }

    /** The adviser accepts the March report. */
    public void acceptMarch(BidId bid) {
        logIn.run("adviser." + area(bid), () -> reports.accept(bid, Kind.MARCH));
    }

    /** User name of the demo person who leads the bid's collaboration. */
    public String lead(BidId bid) {
        return "lead."
                + jdbc.sql("select slug from collaboration_collaboration where id = ?")
                        .param(bids.get(bid).collaborationId().toString())
                        .query(String.class)
                        .single();
    }

    /** A March report with nothing missing. The person logged in leads the collaboration. */
    public MarchDraft completeMarch(BidId bid) {
        var report = march.open(bid);
        return new MarchDraft(
                report.state().version(),
                report.items().stream()
                        .map(item -> new MarchDraft.Item(
                                item.priority(), Progress.ON_TRACK, "Every school takes part in joint observation."))
                        .toList(),
                "The schools trust each other more than a year ago.",
                "Moderation of writing in May.");
    }

    /** An October report with nothing missing, every target met. The person logged in leads the collaboration. */
    public OctoberDraft completeOctober(BidId bid) {
        var report = october.open(bid);
        return new OctoberDraft(
                report.state().version(),
                report.items().stream()
                        .map(item -> new OctoberDraft.Item(
                                item.target().id(), item.target().value().toPlainString(), false, "", ""))
                        .toList(),
                "Writing rose in every school but one.");
    }

    /** All who may vote on the newest ballot vote alike, until it is decided. */
    public void voteUntilDecided(BidId bid, VoteChoice choice) {
        for (String voter : voters(bid)) {
            if (bids.get(bid).status() != BidStatus.BEFORE_BOARD) {
                return;
            }
            logIn.run(voter, () -> voting.cast(bid, choice, "Because of the targets"));
        }
    }

    /** User names of those who may vote on the newest ballot, in order. */
    public List<String> voters(BidId bid) {
        return jdbc.sql("""
                        select p.username from board_ballot_member m join security_person p on p.id = m.person_id
                          join board_ballot b on b.id = m.ballot_id
                        where b.bid_id = ? and m.interest is null
                          and b.attempt = (select max(attempt) from board_ballot where bid_id = b.bid_id)
                        order by p.username""").param(bid.toString()).query(String.class).list();
    }

    /** The area of a bid as user names have it: {@code south}. */
    public String area(BidId bid) {
        return bids.get(bid).areaName().toLowerCase(Locale.ROOT);
    }

    /** A review with nothing missing. */
    public static ReviewDraft completeReview(Money recommended) {
        return new ReviewDraft(
                Arrays.stream(CheckQuestion.values())
                        .collect(Collectors.toMap(Enum::name, question -> new ReviewDraft.Check(CheckAnswer.YES, ""))),
                Arrays.stream(ScoreCriterion.values())
                        .collect(Collectors.toMap(
                                Enum::name, criterion -> new ReviewDraft.Score(3, "The plan shows it."))),
                "A sound plan with clear targets.",
                recommended,
                "",
                List.of());
    }

    /** A plan with nothing missing. */
    public static PlanDraft completePlan(int version, String pounds, String matchedPounds) {
        return new PlanDraft(
                version,
                List.of(Item.ofCatalogue("teaching"), Item.ofWords("Reading for pleasure")),
                List.of(Item.ofCatalogue("development-days"), Item.ofWords("Paired reading between schools")),
                List.of(new Target(
                        null,
                        "Pupils at level 4 or above in writing, percent",
                        "Year 6 of all member schools",
                        "78",
                        "84.5",
                        LocalDate.of(2015, 7, 31))),
                List.of(new BudgetLine(null, BudgetCategory.STAFF_RELEASE, "Cover for joint observations", pounds)),
                true,
                "A teaching school trains the moderators.",
                "Two schools are new to the collaboration and need more release time.",
                matchedPounds,
                "All member schools in equal parts.");
    }
}
