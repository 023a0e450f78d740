package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
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
        assertThatThrownBy(() -> membership.leads(hythe(), school("Hythe Hub school 3 (demo)"), TODAY, "Closes"))
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
    void anotherMemberBecomesTheLeadSchoolAndTheRecordKeepsWhoLedUntilThen() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as(LEAD);
        EstablishmentId first = school("Hythe Hub school 1 (demo)");
        EstablishmentId second = school("Hythe Hub school 2 (demo)");
        List<Member> before = collaborations.membersAt(hythe(), TODAY);

        membership.leads(hythe(), second, TODAY, "Its office is larger");

        List<Member> now = collaborations.membersAt(hythe(), TODAY);
        assertThat(now).filteredOn(Member::lead).extracting(Member::school).containsExactly(second);
        assertThat(now.getFirst().school()).isEqualTo(second);
        // They are members since the day they were before, and lead on each day who led then.
        assertThat(now)
                .extracting(Member::school, Member::from)
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .map(member -> tuple(member.school(), member.from()))
                        .toList());
        assertThat(collaborations.membersAt(hythe(), TODAY.minusDays(1)))
                .filteredOn(Member::lead)
                .extracting(Member::school)
                .containsExactly(first);
        assertThat(details("collaboration:" + hythe(), "collaboration.leadChanged"))
                .contains(
                        "\"before.leadSchool\":\"Hythe Hub school 1 (demo)\"",
                        "\"after.leadSchool\":\"Hythe Hub school 2 (demo)\"",
                        "Its office is larger");
        assertThat(details("bid:" + bid, "bid.leadSchoolChanged")).contains("Hythe Hub school 2 (demo)");
        assertThat(queries.summary(bid).memberCount()).isEqualTo(7);
        // The one that led may leave now, and the one that leads may not.
        clock.advance(Duration.ofDays(1));
        membership.leaves(hythe(), first, clock.today(), "Closes");
        assertThatThrownBy(() -> membership.leaves(hythe(), second, clock.today(), "Closes"))
                .isInstanceOf(MembershipRefused.class);
    }

    @Test
    void consentsStandWhenAnotherSchoolLeads() {
        BidId bid = fixtures.completeDraft(HYTHE);
        fixtures.consented(bid);
        logIn.as(LEAD);

        membership.leads(hythe(), school("Hythe Hub school 2 (demo)"), TODAY, "Its office is larger");

        assertThat(schools.of(bid).missing()).isEmpty();
        assertThat(schools.of(bid).schools().getFirst().name()).isEqualTo("Hythe Hub school 2 (demo)");
    }

    @Test
    void refusesALeadSchoolThatIsNoneYetOrAlreadyOrOutOfTheBid() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as(LEAD);
        EstablishmentId second = school("Hythe Hub school 2 (demo)");
        LocalDate joined = collaborations.membersAt(hythe(), TODAY).getFirst().from();

        assertThat(catchThrowableOfType(ValidationFailed.class, () -> membership.leads(hythe(), second, joined, " "))
                        .problems())
                .extracting(Problem::messageKey)
                .containsExactly("error.collaboration.member.ledSince", "error.text.reason");
        assertThat(catchThrowableOfType(
                                ValidationFailed.class,
                                () -> membership.leads(hythe(), second, TODAY.plusDays(1), "Early"))
                        .problems())
                .extracting(Problem::messageKey)
                .containsExactly("error.collaboration.member.future");
        EstablishmentId deal = school("Deal Learning Alliance school 4 (demo)");
        membership.joins(hythe(), deal, TODAY);
        assertThat(catchThrowableOfType(
                                ValidationFailed.class,
                                () -> membership.leads(hythe(), deal, TODAY.minusDays(1), "Before it joined"))
                        .problems())
                .extracting(Problem::messageKey)
                .containsExactly("error.collaboration.member.notYet");
        assertThatThrownBy(() -> membership.leads(hythe(), school("Hythe Hub school 1 (demo)"), TODAY, "Again"))
                .isInstanceOf(MembershipRefused.class);
        assertThatThrownBy(() ->
                        membership.leads(hythe(), school("Deal Learning Alliance school 3 (demo)"), TODAY, "None"))
                .isInstanceOf(MembershipRefused.class);
        shares.takeOut(bid, second, "Takes no part");
        assertThatThrownBy(() -> membership.leads(hythe(), second, TODAY, "Out of the bid"))
                .isInstanceOf(ConsentRefused.class);
        // A school leads from the day on which it joined, too.
        membership.leads(hythe(), deal, TODAY, "Its office is larger");
        assertThat(collaborations.membersAt(hythe(), TODAY).getFirst().school()).isEqualTo(deal);
    }

    private String details(String stream, String action) {
        return jdbc.sql("select details from audit_record where stream = ? and action = ?")
                .params(stream, action)
                .query(String.class)
                .single();
    }

    @Test
    void onlyItsLeadAndTheAdministratorRecordMembers() {
        logIn.as("lead.deal-learning-alliance");
        assertThatThrownBy(() -> membership.open(HYTHE)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> membership.joins(hythe(), school("Deal Learning Alliance school 4 (demo)"), TODAY))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> membership.leaves(hythe(), school("Hythe Hub school 3 (demo)"), TODAY, "Mischief"))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> membership.leads(hythe(), school("Hythe Hub school 3 (demo)"), TODAY, "Mischief"))
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
