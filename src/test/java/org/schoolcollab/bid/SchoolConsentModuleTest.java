package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.SchoolShares.Conflict;
import org.schoolcollab.bid.SchoolShares.Kind;
import org.schoolcollab.bid.SchoolShares.Line;
import org.schoolcollab.bid.SchoolShares.Saved;
import org.schoolcollab.bid.SchoolShares.Seen;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.workflow.Reconciliation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The schools of a bid agree to take part, each by its headteacher; seven schools, the fourth a secondary. */
class SchoolConsentModuleTest extends BidScene {

    private static final String LEAD = "lead." + HYTHE;
    private static final String HEAD = "head." + HYTHE;

    @Autowired
    SchoolShares shares;

    @Autowired
    SchoolConsent consent;

    @Autowired
    SchoolsOfBid schools;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Jobs jobs;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    private BidId bid;

    @BeforeEach
    void aCompletePlan() {
        bid = fixtures.completeDraft(HYTHE);
    }

    @Test
    void splitsWhatIsAskedForByTheGuideAmountsToThePenny() {
        MemberSchools saved = split();

        assertThat(saved.guide()).isEqualTo(Money.ofPounds(6 * 7_000 + 12_000));
        assertThat(saved.shares()).isEqualTo(Money.ofPounds(21_000));
        assertThat(saved.pledges()).isEqualTo(Money.ofPounds(10_500));
        assertThat(saved.schools().getFirst().lead()).isTrue();
        assertThat(saved.schools()).extracting(MemberSchool::consent).containsOnly(ConsentState.NOT_ASKED);
        assertThat(actions(bid)).endsWith("bid.sharesSaved");
    }

    @Test
    void asksNobodyForAmountsThatDoNotAddUp() {
        logIn.as(LEAD);

        ValidationFailed refusal = catchThrowableOfType(ValidationFailed.class, () -> shares.ask(bid));

        assertThat(refusal.problems())
                .extracting(Problem::field, Problem::messageKey)
                .containsExactly(
                        tuple("schools.shares", "error.bid.schools.shares.less"),
                        tuple("schools.pledges", "error.bid.schools.pledges.less"));
        assertThat(openTasks()).isZero();
    }

    @Test
    void asksEachHeadteacherByATaskOfTheirOwnAndNobodyTwice() {
        asked();

        assertThat(openTasks()).isEqualTo(7);
        assertThat(number(
                        "select count(distinct group_key) from inbox_work_item where state = 'OPEN' and bid_id = ?"
                                + " and task_key = 'userTask_GiveConsent' and group_key like 'HEADTEACHER:establishment:%'",
                        bid))
                .isEqualTo(7);
        assertThatThrownBy(() -> shares.ask(bid)).isInstanceOf(ConsentRefused.class);
        logIn.as("admin");
        assertThat(reconciliation.differences()).isEmpty();
    }

    @Test
    void isSubmittedOnceEverySchoolAgrees() {
        asked();
        assertThat(consentGaps()).hasSize(1);
        logIn.run(HEAD, () -> agree(HEAD));
        assertThat(schools.of(bid).missing()).hasSize(6);
        logIn.run("board1.south", () -> agree("board1.south"));
        logIn.run("heads." + HYTHE, () -> agree("heads." + HYTHE));

        assertThat(consentGaps()).isEmpty();
        assertThat(openTasks()).isZero();
        submission.submit(bid);
        assertThat(status(bid)).isEqualTo("IN_REVIEW");
        assertThat(number("select count(*) from bid_consent where answer = 'GIVEN' and bid_id = ?", bid))
                .isEqualTo(7);
        logIn.as("admin");
        assertThat(reconciliation.differences()).isEmpty();
    }

    @Test
    void refusesASubmissionWhileOneSchoolHasNotAgreed() {
        asked();
        logIn.run("heads." + HYTHE, () -> agree("heads." + HYTHE));
        logIn.run("board1.south", () -> agree("board1.south"));

        ValidationFailed refusal = catchThrowableOfType(ValidationFailed.class, () -> submission.submit(bid));

        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("schools.consents");
            assertThat(problem.arguments()).startsWith(1, 7, "Hythe Hub school 3 (demo)");
        });
        assertThat(status(bid)).isEqualTo("DRAFTING");
    }

    @Test
    void isSubmittedWithoutASchoolThatTheLeadTookOut() {
        asked();
        logIn.run("heads." + HYTHE, () -> agree("heads." + HYTHE));
        logIn.run("board1.south", () -> agree("board1.south"));
        MemberSchool third = school("Hythe Hub school 3 (demo)");

        shares.takeOut(bid, third.id(), "Joins another collaboration");

        assertThat(openTasks()).isZero();
        assertThat(queries.summary(bid).memberCount()).isEqualTo(6);
        assertThat(queries.summary(bid).guide()).isEqualTo(Money.ofPounds(47_000));
        assertThat(schools.of(bid).takenOut()).singleElement().satisfies(out -> {
            assertThat(out.reason()).isEqualTo("Joins another collaboration");
            assertThat(out.by()).isEqualTo("Lead, Hythe Hub (demo)");
        });
        // What it was to get has to go to others, who are asked anew.
        assertThat(consentGaps()).extracting(Problem::field).containsExactly("schools.shares", "schools.pledges");
        MemberSchools again = shares.save(bid, shares.byGuide(bid)).schools();
        assertThat(again.missing()).hasSize(6);
        assertThat(again.schools()).extracting(MemberSchool::consent).containsOnly(ConsentState.ASKED);
        logIn.run("heads." + HYTHE, () -> agree("heads." + HYTHE));
        logIn.run("board1.south", () -> agree("board1.south"));
        submission.submit(bid);
        assertThat(status(bid)).isEqualTo("IN_REVIEW");
    }

    @Test
    void aSchoolThatWasTakenOutIsTakenBackAndAskedAgain() {
        asked();
        MemberSchool third = school("Hythe Hub school 3 (demo)");
        shares.takeOut(bid, third.id(), "By mistake");
        logIn.run(HEAD, () -> assertThat(consent.open(bid).own()).isEmpty());
        logIn.run(
                HEAD,
                () -> assertThatThrownBy(() -> consent.agree(bid, third.id(), Money.ZERO, Money.ZERO))
                        .isInstanceOf(ConsentRefused.class));

        shares.takeBack(bid, third.id());

        assertThat(schools.of(bid).takenOut()).isEmpty();
        assertThat(school(third.name()).consent()).isEqualTo(ConsentState.NOT_ASKED);
        assertThat(queries.summary(bid).memberCount()).isEqualTo(7);
        assertThat(actions(bid)).endsWith("bid.schoolTakenOut", "bid.schoolTakenBack");
        assertThatThrownBy(() -> shares.takeBack(bid, third.id())).isInstanceOf(ConsentRefused.class);
    }

    @Test
    void refusesToTakeOutTheLeadSchoolOrWithoutAReason() {
        MemberSchools now = split();

        assertThatThrownBy(() -> shares.takeOut(bid, now.schools().getFirst().id(), "No"))
                .isInstanceOf(ConsentRefused.class)
                .hasMessageContaining("error.bid.schools.lead");
        assertThatThrownBy(() -> shares.takeOut(bid, now.schools().get(1).id(), " "))
                .isInstanceOf(ValidationFailed.class);
        assertThat(schools.of(bid).takenOut()).isEmpty();
    }

    @Test
    void otherAmountsMakeAConsentVoidAndAskTheSchoolAnew() {
        asked();
        logIn.run(HEAD, () -> agree(HEAD));
        MemberSchool third = school("Hythe Hub school 3 (demo)");
        assertThat(third.stands()).isTrue();

        shares.save(bid, List.of(line(third, third.share().plus(Money.ofPence(1)), third.pledge())));

        assertThat(school(third.name()).consent()).isEqualTo(ConsentState.ASKED);
        assertThat(openTasks()).isEqualTo(7);
        // Put back, what it agreed to counts again and nothing is asked.
        MemberSchool changed = school(third.name());
        shares.save(bid, List.of(line(changed, third.share(), third.pledge())));
        assertThat(school(third.name()).stands()).isTrue();
        assertThat(openTasks()).isEqualTo(6);
    }

    @Test
    void refusesAConsentToOtherAmountsThanTheHeadteacherSaw() {
        asked();
        MemberSchool seen = school("Hythe Hub school 3 (demo)");
        shares.save(bid, List.of(line(seen, seen.share().plus(Money.ofPounds(5)), seen.pledge())));

        logIn.as(HEAD);
        assertThatThrownBy(() -> consent.agree(bid, seen.id(), seen.share(), seen.pledge()))
                .isInstanceOf(ConsentRefused.class)
                .hasMessageContaining("amountsChanged");
        assertThat(school(seen.name()).consent()).isEqualTo(ConsentState.ASKED);
    }

    @Test
    void aWithdrawnConsentTakesEffectAtOnce() {
        fixtures.consented(bid);
        MemberSchool third = school("Hythe Hub school 3 (demo)");
        assertThat(consentGaps()).isEmpty();

        logIn.run(HEAD, () -> consent.withdraw(bid, third.id(), "The governors said no"));

        assertThat(school(third.name()).consent()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(consentGaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.field()).isEqualTo("schools.consents"));
        logIn.run(
                HEAD,
                () -> assertThatThrownBy(() -> consent.withdraw(bid, third.id(), "Again"))
                        .isInstanceOf(ConsentRefused.class));
        assertThat(shares.ask(bid)).isEqualTo(1);
        logIn.run(HEAD, () -> agree(HEAD));
        assertThat(consentGaps()).isEmpty();
        logIn.run(
                HEAD,
                () -> assertThat(schools.answers(bid, third.id()))
                        .extracting(ConsentAnswer::kind)
                        .containsExactly(
                                ConsentAnswer.Kind.GIVEN, ConsentAnswer.Kind.WITHDRAWN, ConsentAnswer.Kind.GIVEN));
    }

    @Test
    void aDeclinedQuestionTellsTheLeadWhy() {
        asked();
        MemberSchool third = school("Hythe Hub school 3 (demo)");

        logIn.run(HEAD, () -> consent.decline(bid, third.id(), "The pledge is too high"));

        MemberSchool now = school(third.name());
        assertThat(now.consent()).isEqualTo(ConsentState.DECLINED);
        assertThat(now.answer()).isNotNull();
        assertThat(Objects.requireNonNull(now.answer()).reason()).isEqualTo("The pledge is too high");
        assertThat(openTasks()).isEqualTo(6);
        logIn.run(
                HEAD,
                () -> assertThatThrownBy(() -> consent.decline(bid, third.id(), "Twice"))
                        .isInstanceOf(ConsentRefused.class));
    }

    @Test
    void nothingIsGivenOrWithdrawnOnceThePlanIsSubmitted() {
        fixtures.consented(bid);
        MemberSchool third = school("Hythe Hub school 3 (demo)");
        logIn.run(LEAD, () -> submission.submit(bid));

        logIn.as(HEAD);
        assertThatThrownBy(() -> consent.withdraw(bid, third.id(), "Too late")).isInstanceOf(BidNotInStage.class);
        logIn.as(LEAD);
        assertThatThrownBy(() -> shares.ask(bid)).isInstanceOf(BidNotInStage.class);
        assertThatThrownBy(() -> shares.takeOut(bid, third.id(), "Too late")).isInstanceOf(BidNotInStage.class);
    }

    @Test
    void nobodyAnswersForASchoolThatTheyDoNotHead() {
        asked();
        MemberSchool third = school("Hythe Hub school 3 (demo)");
        for (String person : List.of("board1.south", "head.deal-learning-alliance")) {
            logIn.as(person);
            assertThatThrownBy(() -> consent.agree(bid, third.id(), third.share(), third.pledge()))
                    .as(person)
                    .isInstanceOf(AccessRefused.class);
        }
        logIn.as("lead.deal-learning-alliance");
        assertThatThrownBy(() -> shares.ask(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> shares.open(bid)).isInstanceOf(AccessRefused.class);
        logIn.as("head.deal-learning-alliance");
        assertThatThrownBy(() -> consent.open(bid)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void twoLeadsDoNotOverwriteEachOthersAmounts() {
        MemberSchools seen = split();
        MemberSchool second = seen.schools().get(1);
        MemberSchool third = seen.schools().get(2);
        String other = "head." + HYTHE;
        transaction.executeWithoutResult(status -> people.grant(
                people.principal(other).orElseThrow().actor().id(),
                new RoleGrant(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(collaboration(HYTHE).value()))));
        logIn.run(other, () -> shares.save(bid, List.of(line(second, Money.ofPounds(1), second.pledge()))));

        Saved saved = shares.save(
                bid,
                List.of(
                        line(second, Money.ofPounds(2), Money.ofPounds(5)),
                        line(third, Money.ofPounds(3), third.pledge())));

        // Theirs stands and is answered with who put it; everything else is put, the pledge of the same school too.
        assertThat(saved.conflicts())
                .containsExactly(new Conflict(
                        second.id(),
                        Kind.SHARE,
                        Money.ofPounds(1),
                        Money.ofPounds(2),
                        new MemberSchool.Put("Headteacher, Hythe Hub school 3 (demo)", clock.instant())));
        assertThat(school(second.name()).share()).isEqualTo(Money.ofPounds(1));
        assertThat(school(second.name()).pledge()).isEqualTo(Money.ofPounds(5));
        assertThat(school(third.name()).share()).isEqualTo(Money.ofPounds(3));
        // Once both are seen, the person's choice is put.
        MemberSchool now = school(second.name());
        assertThat(shares.save(bid, List.of(line(now, Money.ofPounds(2), now.pledge())))
                        .conflicts())
                .isEmpty();
        assertThat(school(second.name()).share()).isEqualTo(Money.ofPounds(2));
    }

    @Test
    void nobodyIsAskedAnyMoreOnceTheBidIsWithdrawn() {
        asked();

        withdrawal.withdraw(bid, "The lead school is merging");

        assertThat(number("select count(*) from inbox_work_item where state = 'OPEN' and bid_id = ?", bid))
                .isZero();
        assertThat(number("select count(*) from bid_school where asked_at is not null and bid_id = ?", bid))
                .isZero();
        logIn.as("admin");
        assertThat(reconciliation.differences()).isEmpty();
    }

    @Test
    void headteachersAreRemindedAndAnOverdueAnswerIsEscalated() {
        asked();

        jobs.runUntil(clock.instant().plus(Duration.ofDays(20)));

        assertThat(number(
                        "select count(*) from inbox_work_item where state = 'OPEN' and bid_id = ? and escalated_at is not null"
                                + " and reminded_at is not null and task_key = 'userTask_GiveConsent'",
                        bid))
                .isEqualTo(7);
    }

    @Test
    void aSchoolWithoutAHeadteacherIsNamedToTheLeadAndTheAdministrator() {
        asked();
        transaction.executeWithoutResult(status ->
                people.setEnabled(people.principal(HEAD).orElseThrow().actor().id(), false));

        assertThat(school("Hythe Hub school 3 (demo)").hasHead()).isFalse();
        assertThat(school("Hythe Hub school 2 (demo)").hasHead()).isTrue();
        logIn.as("admin");
        assertThat(schools.withoutHeadteacher())
                .containsExactly(new SchoolsOfBid.Unanswerable("Hythe Hub school 3 (demo)", "Hythe Hub", bid));
    }

    @Test
    void answersAreSealedAndStayAsTheyAre() {
        fixtures.consented(bid);

        for (String change : List.of("update bid_consent set share_pence = 1", "delete from bid_consent")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).rootCause().hasMessageContaining("denied");
        }
    }

    private void asked() {
        split();
        shares.ask(bid);
    }

    /** Logs the lead in for the rest of the test. */
    private MemberSchools split() {
        logIn.as(LEAD);
        return shares.save(bid, shares.byGuide(bid)).schools();
    }

    private void agree(String head) {
        logIn.run(
                head,
                () -> consent.open(bid)
                        .own()
                        .forEach(school -> consent.agree(bid, school.id(), school.share(), school.pledge())));
    }

    private MemberSchool school(String name) {
        return logIn.as(LEAD, () -> schools.of(bid)).schools().stream()
                .filter(school -> school.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Problem> consentGaps() {
        logIn.as(LEAD);
        return submission.gaps(bid).stream()
                .filter(gap -> gap.field().startsWith("schools"))
                .toList();
    }

    private long openTasks() {
        return number(
                "select count(*) from inbox_work_item where state = 'OPEN' and task_key = 'userTask_GiveConsent' and bid_id = ?",
                bid);
    }

    private static Line line(MemberSchool school, Money share, Money pledge) {
        return new Line(school.id(), share, pledge, new Seen(school.share(), school.pledge()));
    }
}
