package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.RoundRegister;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What boards, the administrator and finance do with envelopes. */
@PortalTest
class EnvelopeActsModuleTest {

    private static final RoundId ROUND = RoundRegister.idOf("2014/15");

    @Autowired
    EnvelopeControl control;

    @Autowired
    EnvelopeMoves moves;

    @Autowired
    AreaAllSpending spending;

    @Autowired
    RoundClosing closing;

    @Autowired
    InstalmentControl instalments;

    @Autowired
    EnvelopeFunds funds;

    @Autowired
    Rounds rounds;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    People people;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void theLedgerHolds() throws Exception {
        LedgerAssertions.holds(jdbc);
        JournalChain.holds(jdbc);
    }

    @Test
    void theAdministratorAddsToAnEnvelopeOnceForEachKey() {
        UUID key = UUID.randomUUID();
        assertThat(add("SOUTH", 5_000, key)).isTrue();
        assertThat(add("SOUTH", 5_000, key)).isFalse();
        refused(
                "admin",
                () -> control.add(ROUND, "SOUTH", Money.ofPounds(5_001), "more", key),
                "error.ledger.act.keyUsed");
        refused("admin", () -> control.add(ROUND, "SOUTH", Money.ZERO, "more", key), "error.ledger.act.amount");
        refused("admin", () -> control.add(ROUND, "SOUTH", Money.ofPounds(1), " ", key), "error.validation");
        refused("admin", () -> control.add(ROUND, "NOWHERE", Money.ofPounds(1), "more", key), "error.notFound");

        assertThat(funds.available(ROUND, "SOUTH")).isEqualTo(Money.ofPounds(405_000));
    }

    @Test
    void aChairKeepsMoneyOfTheOwnAreaBackAndFreesIt() {
        UUID key = UUID.randomUUID();
        logIn.run("chair.south", () -> control.holdBack(ROUND, "SOUTH", Money.ofPounds(100_000), "For autumn", key));
        logIn.run("chair.south", () -> control.holdBack(ROUND, "SOUTH", Money.ofPounds(100_000), "For autumn", key));

        assertThat(funds.available(ROUND, "SOUTH")).isEqualTo(Money.ofPounds(300_000));
        refused(
                "chair.south",
                () -> control.holdBack(ROUND, "SOUTH", Money.ofPounds(300_001), "all", UUID.randomUUID()),
                "error.ledger.envelopeExceeded");
        refused(
                "chair.south",
                () -> control.endHold(ROUND, "SOUTH", Money.ofPounds(100_001), "all", UUID.randomUUID()),
                "error.ledger.envelopeExceeded");
        closed("chair.east", () -> control.holdBack(ROUND, "SOUTH", Money.ofPounds(1), "mine", UUID.randomUUID()));
        closed("chair.east", () -> control.endHold(ROUND, "SOUTH", Money.ofPounds(1), "mine", UUID.randomUUID()));
        logIn.run(
                "chair.south",
                () -> control.endHold(ROUND, "SOUTH", Money.ofPounds(40_000), "Used", UUID.randomUUID()));
        assertThat(funds.available(ROUND, "SOUTH")).isEqualTo(Money.ofPounds(340_000));
    }

    @Test
    void moneyMovesBetweenAreasWithBothBoardsConsent() {
        UUID proposal = propose(50_000);
        assertThat(funds.available(ROUND, "SOUTH")).isEqualTo(Money.ofPounds(400_000));
        closed("chair.south", () -> moves.consent(proposal));
        closed("chair.west", () -> moves.consent(proposal));

        logIn.run("chair.east", () -> moves.consent(proposal));

        assertThat(funds.available(ROUND, "SOUTH")).isEqualTo(Money.ofPounds(350_000));
        assertThat(funds.available(ROUND, "EAST")).isEqualTo(Money.ofPounds(450_000));
        refused("chair.east", () -> moves.consent(proposal), "error.ledger.act.decided");
        refused("chair.east", () -> moves.decline(proposal, "late"), "error.ledger.act.decided");
        assertThat(logIn.as("auditor", () -> moves.of(ROUND)).getFirst().status())
                .isEqualTo(MoveProposal.Status.DONE);
        assertThat(jdbc.sql(
                                "select substring_index(idempotency_key, ':', -1) from ledger_entry where kind like 'MOVED%' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("in", "out");
    }

    @Test
    void aMoveIsRefusedWhereItCannotBe() {
        refused(
                "chair.south",
                () -> moves.propose(ROUND, "SOUTH", "SOUTH", Money.ofPounds(1), "no"),
                "error.ledger.act.sameArea");
        refused(
                "chair.south",
                () -> moves.propose(ROUND, "SOUTH", "EAST", Money.ofPounds(400_001), "no"),
                "error.ledger.envelopeExceeded");
        closed("chair.west", () -> moves.propose(ROUND, "SOUTH", "EAST", Money.ofPounds(1), "mine"));
        UUID first = propose(300_000);
        UUID second = propose(300_000);
        logIn.run("chair.east", () -> moves.consent(first));
        refused("chair.east", () -> moves.consent(second), "error.ledger.envelopeExceeded");
        logIn.run("chair.east", () -> moves.decline(second, "Nothing left"));
        UUID third = propose(1);
        transaction.executeWithoutResult(status -> people.grant(
                people.principal("chair.south").orElseThrow().actor().id(),
                new RoleGrant(Role.BOARD_CHAIR, Scope.area("EAST"))));
        refused("chair.south", () -> moves.consent(third), "error.ledger.act.samePerson");
    }

    @Test
    void moneyMovesIntoAreaAllAndOutOfItOnceAnAdministratorAndTheChairAgree() {
        UUID in = logIn.as(
                "chair.south", () -> moves.propose(ROUND, "SOUTH", "ALL", Money.ofPounds(8_000), "For the forum"));
        closed("chair.south", () -> moves.consent(in));
        closed("chair.east", () -> moves.consent(in));
        logIn.run("admin", () -> moves.consent(in));
        UUID out = logIn.as("admin", () -> moves.propose(ROUND, "ALL", "EAST", Money.ofPounds(3_000), "More schools"));
        closed("admin", () -> moves.consent(out));
        logIn.run("chair.east", () -> moves.consent(out));
        UUID declined =
                logIn.as("admin", () -> moves.propose(ROUND, "WEST", "ALL", Money.ofPounds(1_000), "For the forum"));
        logIn.run("chair.west", () -> moves.decline(declined, "We need it"));

        assertThat(funds.available(ROUND, "SOUTH")).isEqualTo(Money.ofPounds(392_000));
        assertThat(funds.available(ROUND, "EAST")).isEqualTo(Money.ofPounds(403_000));
        assertThat(logIn.as("auditor", () -> spending.funding(ROUND)))
                .extracting(FundingLine::kind, FundingLine::otherArea, FundingLine::amount)
                .containsExactly(
                        tuple(EntryKind.MOVED_OUT, "East", Money.ofPounds(3_000)),
                        tuple(EntryKind.MOVED_IN, "South", Money.ofPounds(8_000)));
        assertThat(jdbc.sql("select role from audit_record where action like 'ledger.move%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "BOARD_CHAIR", "ADMINISTRATOR", "ADMINISTRATOR", "BOARD_CHAIR", "ADMINISTRATOR", "BOARD_CHAIR");
    }

    @Test
    void aMoveOfAreaAllIsRefusedWhereItCannotBe() {
        closed("admin", () -> moves.propose(ROUND, "SOUTH", "EAST", Money.ofPounds(1), "no"));
        refused(
                "admin",
                () -> moves.propose(ROUND, "ALL", "EAST", Money.ofPounds(1), "no"),
                "error.ledger.envelopeExceeded");
        refused(
                "admin",
                () -> moves.propose(ROUND, "ALL", "ALL", Money.ofPounds(1), "no"),
                "error.ledger.act.sameArea");
        transaction.executeWithoutResult(status -> people.grant(
                people.principal("chair.south").orElseThrow().actor().id(),
                new RoleGrant(Role.ADMINISTRATOR, Scope.all())));
        UUID both = logIn.as("chair.south", () -> moves.propose(ROUND, "SOUTH", "ALL", Money.ofPounds(1), "no"));
        refused("chair.south", () -> moves.consent(both), "error.ledger.act.samePerson");
    }

    @Test
    void theAuthorityHasSpentNothingOnADayToCome() {
        add("ALL", 10_000, UUID.randomUUID());
        refused(
                "finance.officer",
                () -> spending.spend(
                        ROUND, "Training", Money.ofPounds(1), LocalDate.of(2014, 6, 17), UUID.randomUUID()),
                "error.validation");
    }

    @Test
    void theAuthoritySpendsItsOwnMoneyLineByLineAndNeverMoreThanItHas() {
        assertThat(add("ALL", 10_000, UUID.randomUUID())).isTrue();
        UUID key = UUID.randomUUID();
        assertThat(spend(6_000, key)).isTrue();
        assertThat(spend(6_000, key)).isFalse();
        refused(
                "finance.officer",
                () -> spending.spend(
                        ROUND, "More", Money.ofPence(400_001), LocalDate.of(2014, 6, 1), UUID.randomUUID()),
                "error.ledger.envelopeExceeded");
        SpendingLine line = logIn.as("auditor", () -> spending.of(ROUND)).getFirst();
        assertThat(line.purpose()).isEqualTo("Moderation training");

        logIn.run("finance.approver", () -> spending.correct(ROUND, line.id(), "Booked twice"));

        refused("finance.approver", () -> spending.correct(ROUND, line.id(), "again"), "error.ledger.act.decided");
        assertThat(logIn.as("auditor", () -> spending.of(ROUND)).getFirst().correctedWhy())
                .isEqualTo("Booked twice");
        assertThat(spend(10_000, UUID.randomUUID())).isTrue();
        transaction.executeWithoutResult(status -> people.grant(
                people.principal("finance.officer").orElseThrow().actor().id(),
                new RoleGrant(Role.FINANCE_APPROVER, Scope.all())));
        SpendingLine mine = logIn.as("auditor", () -> spending.of(ROUND)).getFirst();
        refused("finance.officer", () -> spending.correct(ROUND, mine.id(), "mine"), "error.ledger.act.samePerson");
    }

    @Test
    void aRoundIsClosedOnceEverythingIsPaidAndThenMovesNoMore() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        logIn.run("chair.south", () -> control.holdBack(ROUND, "SOUTH", Money.ofPounds(100), "x", UUID.randomUUID()));
        refused("finance.approver", () -> closing.close(ROUND), "error.ledger.act.roundHasOpen");
        UUID proposal = propose(1_000);
        logIn.run("finance.approver", () -> instalments.cancel(bid, 2, "Cut"));

        Money lapsed = logIn.as("finance.approver", () -> closing.close(ROUND));

        assertThat(lapsed).isEqualTo(Money.ofPounds(1_600_000 - 12_600));
        assertThat(rounds.get(ROUND).status()).isEqualTo(Round.Status.CLOSED);
        assertThat(funds.available(ROUND, "SOUTH")).isEqualTo(Money.ZERO);
        refused("finance.approver", () -> closing.close(ROUND), "error.ledger.envelopeClosed");
        refused(
                "admin",
                () -> control.add(ROUND, "EAST", Money.ofPounds(1), "late", UUID.randomUUID()),
                "error.ledger.envelopeClosed");
        refused("chair.east", () -> moves.consent(proposal), "error.ledger.envelopeClosed");
        refused(
                "chair.south",
                () -> moves.propose(ROUND, "SOUTH", "EAST", Money.ofPounds(1), "late"),
                "error.ledger.envelopeClosed");
    }

    @Test
    void aRoundWithBidsBeforeABoardIsNotClosed() {
        fixtures.recommendedBid("hythe-hub");

        refused("finance.approver", () -> closing.close(ROUND), "error.ledger.act.roundHasOpen");
    }

    private UUID propose(long pounds) {
        return logIn.as(
                "chair.south",
                () -> moves.propose(ROUND, "SOUTH", "EAST", Money.ofPounds(pounds), "East has more bids"));
    }

    private boolean add(String area, long pounds, UUID key) {
        return logIn.as("admin", () -> control.add(ROUND, area, Money.ofPounds(pounds), "The forum gave more", key));
    }

    private boolean spend(long pounds, UUID key) {
        return logIn.as(
                "finance.officer",
                () -> spending.spend(
                        ROUND, "Moderation training", Money.ofPounds(pounds), LocalDate.of(2014, 6, 1), key));
    }

    private void closed(String username, ThrowingCallable step) {
        Throwable failure = logIn.as(username, () -> catchThrowable(step));
        assertThat(failure).isInstanceOf(AccessRefused.class);
    }

    private void refused(String username, ThrowingCallable step, String key) {
        Throwable failure = logIn.as(username, () -> catchThrowable(step));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
