package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.collaboration.Membership;
import org.schoolcollab.collaboration.MembershipRefused;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** Schools join and leave a collaboration while its bid is written; the guide amount and the questions follow. */
class MembershipModuleTest extends BidScene {

    private static final String LEAD = "lead." + HYTHE;
    private static final LocalDate TODAY = LocalDate.of(2014, 6, 16);

    @Autowired
    Membership membership;

    @Autowired
    SchoolShares shares;

    @Autowired
    SchoolsOfBid schools;

    @Test
    void theGuideFollowsWhoJoinsAndLeaves() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as(LEAD);

        membership.joins(hythe(), school("Deal Learning Alliance school 4 (demo)"), TODAY);

        assertThat(queries.summary(bid).guide()).isEqualTo(Money.ofPounds(54_000 + 12_000));
        assertThat(queries.summary(bid).memberCount()).isEqualTo(8);

        membership.leaves(hythe(), school("Hythe Hub school 3 (demo)"), TODAY, "Closes");

        assertThat(queries.summary(bid).guide()).isEqualTo(Money.ofPounds(59_000));
        assertThat(membership.open(HYTHE).entries())
                .filteredOn(entry -> entry.name().equals("Hythe Hub school 3 (demo)"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.to()).isEqualTo(TODAY.minusDays(1)));
        assertThat(jdbc.sql("select action from audit_record where stream = ? order by id")
                        .param("collaboration:" + hythe())
                        .query(String.class)
                        .list())
                .endsWith("collaboration.memberJoined", "collaboration.memberLeft");
    }

    @Test
    void aSubmittedBidIsThatOfTheSchoolsThatSubmittedIt() {
        BidId bid = fixtures.agreedBid(HYTHE);
        List<String> submitted = names(bid);
        clock.advance(Duration.ofDays(30));
        logIn.run(LEAD, () -> {
            membership.leaves(hythe(), school("Hythe Hub school 3 (demo)"), clock.today(), "Closes");
            membership.joins(hythe(), school("Deal Learning Alliance school 4 (demo)"), TODAY.minusDays(1));
        });

        assertThat(names(bid)).isEqualTo(submitted).contains("Hythe Hub school 3 (demo)");
        assertThat(logIn.as("adviser.south", () -> schools.of(bid)).shares()).isEqualTo(Money.ofPounds(21_000));
        // What is shared out now goes to those that are members now, to the penny.
        List<SchoolsOfBid.Amounts> now =
                logIn.as(LEAD, () -> schools.likeThePlan(bid, Money.ofPence(2_000_001), Money.ZERO));
        assertThat(now).noneMatch(one -> one.school().equals(school("Hythe Hub school 3 (demo)")));
        assertThat(now.stream().map(SchoolsOfBid.Amounts::share).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ofPence(2_000_001));
    }

    private List<String> names(BidId bid) {
        return logIn.as("adviser.south", () -> schools.of(bid)).schools().stream()
                .map(MemberSchool::name)
                .toList();
    }

    @Test
    void whoLeftIsAskedForNothingAnyMoreAndWhoJoinedHasToAgree() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as(LEAD);
        shares.save(bid, shares.byGuide(bid));
        shares.ask(bid);

        membership.leaves(hythe(), school("Hythe Hub school 3 (demo)"), TODAY, "Closes");
        membership.joins(hythe(), school("Deal Learning Alliance school 4 (demo)"), TODAY);

        assertThat(number(
                        "select count(*) from inbox_work_item where state = 'OPEN' and task_key = 'userTask_GiveConsent' and bid_id = ?",
                        bid))
                .isEqualTo(6);
        assertThat(schools.of(bid).schools())
                .filteredOn(school -> school.name().startsWith("Deal"))
                .singleElement()
                .satisfies(school -> {
                    assertThat(school.consent()).isEqualTo(ConsentState.NOT_ASKED);
                    assertThat(school.since()).isEqualTo(TODAY);
                });
        assertThat(submission.gaps(bid)).extracting(Problem::field).contains("schools.consents");
    }

    @Test
    void nobodyJoinsOrLeavesWhileTheBidIsUnderReview() {
        fixtures.submittedBid(HYTHE);
        logIn.as("admin");

        assertThatThrownBy(() -> membership.leaves(hythe(), school("Hythe Hub school 3 (demo)"), TODAY, "Closes"))
                .isInstanceOf(MembersStayDuringReview.class);
        assertThatThrownBy(() -> membership.joins(hythe(), school("Deal Learning Alliance school 4 (demo)"), TODAY))
                .isInstanceOf(MembersStayDuringReview.class);
        assertThat(collaborations.membersAt(hythe(), TODAY)).hasSize(7);
    }

    @Test
    void refusesDaysToComeSchoolsThatAreInAndTheLeadSchool() {
        logIn.as(LEAD);
        EstablishmentId third = school("Hythe Hub school 3 (demo)");

        assertThat(catchThrowableOfType(
                                ValidationFailed.class, () -> membership.joins(hythe(), null, TODAY.plusDays(1)))
                        .problems())
                .extracting(Problem::messageKey)
                .containsExactly("error.collaboration.member.school", "error.collaboration.member.future");
        assertThat(catchThrowableOfType(ValidationFailed.class, () -> membership.joins(hythe(), third, TODAY))
                        .problems())
                .extracting(Problem::messageKey)
                .containsExactly("error.collaboration.member.already");
        assertThat(catchThrowableOfType(
                                ValidationFailed.class,
                                () -> membership.leaves(hythe(), third, LocalDate.of(2001, 1, 1), ""))
                        .problems())
                .extracting(Problem::field)
                .containsExactly("from", "reason");
        assertThatThrownBy(() -> membership.leaves(hythe(), school("Hythe Hub school 1 (demo)"), TODAY, "No"))
                .isInstanceOf(MembershipRefused.class);
        membership.leaves(hythe(), third, TODAY, "Closes");
        assertThatThrownBy(() -> membership.leaves(hythe(), third, TODAY, "Twice"))
                .isInstanceOf(MembershipRefused.class);
        assertThat(catchThrowableOfType(
                                ValidationFailed.class, () -> membership.joins(hythe(), third, TODAY.minusDays(1)))
                        .problems())
                .extracting(Problem::messageKey)
                .containsExactly("error.collaboration.member.until");
        membership.joins(hythe(), third, TODAY);
        assertThat(collaborations.membersAt(hythe(), TODAY)).hasSize(7);
    }

    @Test
    void onlyItsLeadAndTheAdministratorRecordMembers() {
        logIn.as("lead.deal-learning-alliance");
        assertThatThrownBy(() -> membership.open(HYTHE)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> membership.joins(hythe(), school("Deal Learning Alliance school 4 (demo)"), TODAY))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> membership.leaves(hythe(), school("Hythe Hub school 3 (demo)"), TODAY, "Mischief"))
                .isInstanceOf(AccessRefused.class);
        logIn.as("admin");
        assertThat(membership.open(HYTHE).entries()).hasSize(7);
    }

    private CollaborationId hythe() {
        return collaboration(HYTHE);
    }

    private EstablishmentId school(String name) {
        return EstablishmentId.of(jdbc.sql("select id from establishment_school where name = ?")
                .param(name)
                .query(String.class)
                .single());
    }
}
