package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.SchoolShares.Line;
import org.schoolcollab.bid.SchoolShares.Seen;
import org.schoolcollab.collaboration.Membership;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.testing.Jobs;
import org.springframework.beans.factory.annotation.Autowired;

/** A school that was out of a bid and is in it again begins anew: what it agreed to before counts no more, whatever the amounts. */
class SchoolsComeBackModuleTest extends BidScene {

    private static final String LEAD = "lead." + HYTHE;
    private static final String THIRD = "Hythe Hub school 3 (demo)";
    private static final LocalDate TODAY = LocalDate.of(2014, 6, 16);

    @Autowired
    SchoolShares shares;

    @Autowired
    SchoolConsent consent;

    @Autowired
    SchoolsOfBid schools;

    @Autowired
    Membership membership;

    @Autowired
    Jobs jobs;

    private BidId bid;

    @BeforeEach
    void everySchoolAgrees() {
        bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        logIn.as(LEAD);
        assertThat(consentGaps()).isEmpty();
    }

    @Test
    void aSchoolThatLeftAndJoinedAgainHasToAgreeAgain() {
        MemberSchool before = third();
        leavesAndJoins(before);

        MemberSchool again = third();
        assertThat(again.consent()).isEqualTo(ConsentState.NOT_ASKED);
        assertThat(again.answer()).isNull();
        assertThat(again.share()).isEqualTo(Money.ZERO);
        assertThat(again.pledge()).isEqualTo(Money.ZERO);
        assertThat(consentGaps()).containsExactlyInAnyOrder("schools.shares", "schools.pledges", "schools.consents");
        hasToAgreeToWhatItHadAgreedTo(before);
    }

    @Test
    void aSchoolThatWasTakenOutAndBackInHasToAgreeAgainToTheSameAmounts() {
        MemberSchool before = third();
        shares.takeOut(bid, before.id(), "By mistake");
        shares.takeBack(bid, before.id());

        assertThat(third().consent()).isEqualTo(ConsentState.NOT_ASKED);
        hasToAgreeToWhatItHadAgreedTo(before);
    }

    @Test
    void whatTheOthersAgreedToStandsWhileASchoolComesAndGoes() {
        leavesAndJoins(third());

        assertThat(schools.of(bid).schools())
                .filteredOn(school -> !school.name().equals(THIRD))
                .extracting(MemberSchool::consent)
                .containsOnly(ConsentState.GIVEN);
    }

    @Test
    void theHistoryOfTheBidSaysWhyItsGuideChangedAndWhoIsNotAskedAnyMore() {
        MemberSchool third = third();
        logIn.run("head." + HYTHE, () -> consent.withdraw(bid, third.id(), "The governors said no"));
        assertThat(shares.ask(bid)).isEqualTo(1);

        membership.leaves(collaboration(HYTHE), third.id(), TODAY, "Closes");

        assertThat(details("bid.memberLeft"))
                .contains(
                        "\"school\":\"" + THIRD + "\"",
                        "\"before.guide\":\"£54,000\"",
                        "\"after.guide\":\"£47,000\"",
                        "\"before.members\":\"7\"",
                        "\"after.members\":\"6\"",
                        "\"notAskedAnyMore\":\"" + THIRD + "\"");
        membership.joins(collaboration(HYTHE), third.id(), TODAY);
        assertThat(details("bid.memberJoined"))
                .contains("\"before.guide\":\"£47,000\"", "\"after.guide\":\"£54,000\"")
                .doesNotContain("notAskedAnyMore");
        assertThat(jdbc.sql("select role from audit_record where bid_id = ? and action = 'bid.memberJoined'")
                        .param(bid.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("COLLABORATION_LEAD");
    }

    /** Asked on Monday and on Thursday: the first timer reminds nobody of the question that was put later, nor of the plan. */
    @Test
    void eachSchoolIsRemindedOfItsOwnQuestionInItsOwnTime() {
        MemberSchool second = school("Hythe Hub school 2 (demo)");
        MemberSchool third = third();
        changeByAPenny(second, third);
        logIn.run("head." + HYTHE, () -> consent.decline(bid, third.id(), "Too much"));
        clock.advance(Duration.ofDays(3));
        assertThat(shares.ask(bid)).isEqualTo(1);

        jobs.runUntil(clock.instant().plus(Duration.ofDays(5)));

        assertThat(reminded("and group_key like concat('%', '" + second.id() + "')"))
                .isEqualTo(1);
        assertThat(reminded("and group_key like concat('%', '" + third.id() + "')"))
                .isZero();
        assertThat(reminded("and task_key = 'userTask_DraftPlan'")).isZero();

        jobs.runUntil(clock.instant().plus(Duration.ofDays(3)));
        assertThat(reminded("and group_key like concat('%', '" + third.id() + "')"))
                .isEqualTo(1);
        assertThat(number("select count(*) from audit_record where action = 'task.reminded' and bid_id = ?", bid))
                .isEqualTo(2);
    }

    /** Two schools are asked anew, for a penny that goes from one to the other. */
    private void changeByAPenny(MemberSchool one, MemberSchool other) {
        shares.save(
                bid,
                List.of(
                        line(one, one.share().plus(Money.ofPence(1)), one.pledge()),
                        line(other, other.share().minus(Money.ofPence(1)), other.pledge())));
        assertThat(school(one.name()).consent()).isEqualTo(ConsentState.ASKED);
        assertThat(school(other.name()).consent()).isEqualTo(ConsentState.ASKED);
    }

    private void leavesAndJoins(MemberSchool school) {
        membership.leaves(collaboration(HYTHE), school.id(), TODAY, "By mistake");
        membership.joins(collaboration(HYTHE), school.id(), TODAY);
    }

    private void hasToAgreeToWhatItHadAgreedTo(MemberSchool before) {
        shares.save(bid, List.of(line(third(), before.share(), before.pledge())));
        assertThat(third().consent()).isEqualTo(ConsentState.NOT_ASKED);
        assertThat(consentGaps()).containsExactly("schools.consents");

        assertThat(shares.ask(bid)).isEqualTo(1);
        // The question stays, also where amounts are changed and put back to those of then.
        shares.save(bid, List.of(line(third(), before.share().plus(Money.ofPence(1)), before.pledge())));
        shares.save(bid, List.of(line(third(), before.share(), before.pledge())));
        assertThat(third().consent()).isEqualTo(ConsentState.ASKED);
        logIn.run("head." + HYTHE, () -> consent.agree(bid, before.id(), before.share(), before.pledge()));
        assertThat(third().stands()).isTrue();
        assertThat(consentGaps()).isEmpty();
        assertThat(logIn.as("head." + HYTHE, () -> schools.answers(bid, before.id())))
                .extracting(ConsentAnswer::kind)
                .containsExactly(ConsentAnswer.Kind.GIVEN, ConsentAnswer.Kind.GIVEN);
    }

    private long reminded(String which) {
        return number(
                "select count(*) from inbox_work_item where reminded_at is not null and state = 'OPEN' and bid_id = ? "
                        + which,
                bid);
    }

    private String details(String action) {
        return jdbc.sql("select details from audit_record where bid_id = ? and action = ?")
                .params(bid.toString(), action)
                .query(String.class)
                .single();
    }

    private MemberSchool third() {
        return school(THIRD);
    }

    private MemberSchool school(String name) {
        return logIn.as(LEAD, () -> schools.of(bid)).schools().stream()
                .filter(school -> school.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> consentGaps() {
        return submission.gaps(bid).stream()
                .map(Problem::field)
                .filter(field -> field.startsWith("schools"))
                .toList();
    }

    private static Line line(MemberSchool school, Money share, Money pledge) {
        return new Line(school.id(), share, pledge, new Seen(school.share(), school.pledge()));
    }
}
