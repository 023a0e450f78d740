package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.AwardView.PayeeView;
import org.schoolcollab.ledger.AwardView.ReleaseView;
import org.schoolcollab.ledger.Corrections.Asked;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.springframework.beans.factory.annotation.Autowired;

/** Reversals of failed payments and claw-backs of unspent money, by two people. */
class CorrectionsModuleTest extends FinanceScene {

    @Autowired
    Corrections corrections;

    @Autowired
    People people;

    @Test
    void aFailedPaymentIsReversedByTwoPeopleAndPaidAgainUnderANewReference() {
        BidId bid = shared(7_000, 14_000);
        fixtures.release(bid, 1);
        ReleaseView failed = instalment(bid, 1).releases().get(1);
        assertThat(failed.amount()).isEqualTo(Money.ofPounds(8_400));

        UUID request = logIn.as("finance.officer", () -> corrections.requestReversal(failed.id(), "Account closed"));
        refused(
                "finance.officer",
                () -> corrections.requestReversal(failed.id(), "x"),
                "error.ledger.act.reversedAlready");
        grant("finance.officer", Role.FINANCE_APPROVER);
        refused("finance.officer", () -> corrections.approve(request), "error.ledger.act.samePerson");
        approver(() -> corrections.approve(request));
        refused("finance.approver", () -> corrections.approve(request), "error.ledger.act.decided");
        refused("finance.approver", () -> corrections.reject(request, "x"), "error.ledger.act.decided");
        refused(
                "finance.officer",
                () -> corrections.requestReversal(failed.id(), "x"),
                "error.ledger.act.reversedAlready");

        assertThat(instalment(bid, 1).status()).isEqualTo(InstalmentStatus.READY);
        assertThat(award(bid).released()).isEqualTo(Money.ofPounds(4_200));
        assertThat(instalment(bid, 1).open()).isEqualTo(Money.ofPounds(8_400));
        assertThat(instalment(bid, 1).payees()).containsExactly(new PayeeView(failed.payee(), Money.ofPounds(8_400)));
        assertThat(
                        count(
                                "select count(*) from inbox_work_item where state = 'OPEN' and task_key = 'userTask_RequestRelease'"))
                .isPositive();
        fixtures.release(bid, 1);

        assertThat(jdbc.sql("select details from audit_record where action = 'ledger.approved' order by id")
                        .query(String.class)
                        .list())
                .as("what was paid each time")
                .satisfiesExactly(
                        first -> assertThat(first).contains("£12,600"),
                        second -> assertThat(second).contains("£8,400"));
        List<ReleaseView> paid = instalment(bid, 1).releases();
        assertThat(paid).extracting(ReleaseView::reversed).containsExactly(false, true, false);
        assertThat(paid.getLast().amount()).isEqualTo(Money.ofPounds(8_400));
        assertThat(paid.getLast().reference()).isEqualTo(failed.reference() + "-R2");
        assertThat(award(bid).released()).isEqualTo(Money.ofPounds(12_600));
        assertThat(logIn.as("auditor", corrections::all))
                .extracting(CorrectionView::status)
                .containsExactly(CorrectionView.Status.APPROVED);
    }

    @Test
    void aRefusedCorrectionMovesNothing() {
        BidId bid = fixtures.releasedBid(SLUG);
        UUID request = logIn.as(
                "finance.officer",
                () -> corrections.requestReversal(
                        instalment(bid, 1).releases().getFirst().id(), "Perhaps"));

        approver(() -> corrections.reject(request, "The bank paid after all"));

        assertThat(award(bid).released()).isEqualTo(Money.ofPounds(12_600));
        assertThat(count("select count(*) from ledger_entry where kind = 'REVERSED'"))
                .isZero();
    }

    @Test
    void unspentMoneyComesBackFromASchoolUpToWhatItHas() {
        BidId bid = shared(7_000, 14_000);
        fixtures.release(bid, 1);
        EstablishmentId school = schools(bid).getFirst().school();
        refused(
                "finance.officer",
                () -> clawback(bid, school, Money.ofPence(420_001), "too much", UUID.randomUUID()),
                "error.ledger.act.atMost");
        refused(
                "finance.officer",
                () -> clawback(bid, school, Money.ZERO, "x", UUID.randomUUID()),
                "error.ledger.act.amount");
        UUID first = ask(bid, school, "Unspent", UUID.randomUUID()).request();
        UUID second = ask(bid, school, "Unspent as well", UUID.randomUUID()).request();

        approver(() -> corrections.approve(first));

        refused("finance.approver", () -> corrections.approve(second), "error.ledger.act.atMost");
        assertThat(balance("available")).isEqualTo(Money.ofPounds(383_000));
        assertThat(award(bid).released()).isEqualTo(Money.ofPounds(8_600));
        ReleaseView payment = instalment(bid, 1).releases().getFirst();
        refused(
                "finance.officer",
                () -> corrections.requestReversal(payment.id(), "late"),
                "error.ledger.act.clawedBackAlready");
    }

    @Test
    void theSameRequestForMoneyBackAgainIsTheRequestThatStands() {
        BidId bid = fixtures.releasedBid(SLUG);
        EstablishmentId school = schools(bid).getFirst().school();
        UUID key = UUID.randomUUID();
        Asked first = ask(bid, school, "Unspent", key);
        assertThat(first.before()).isFalse();

        assertThat(ask(bid, school, "Unspent", key)).isEqualTo(new Asked(first.request(), true));
        assertThat(ask(bid, school, "Unspent", UUID.randomUUID()))
                .as("from another window")
                .isEqualTo(new Asked(first.request(), true));
        refused(
                "finance.officer",
                () -> clawback(bid, school, Money.ofPounds(1), "Unspent", key),
                "error.ledger.act.keyUsed");
        assertThat(count("select count(*) from ledger_correction")).isOne();
        assertThat(count("select count(*) from audit_record where action = 'ledger.clawbackRequested'"))
                .isOne();

        approver(() -> corrections.approve(first.request()));
        assertThat(ask(bid, school, "Unspent", key))
                .as("late, under the same key")
                .isEqualTo(new Asked(first.request(), true));
        assertThat(ask(bid, school, "Unspent", UUID.randomUUID()).before())
                .as("more of it is unspent")
                .isFalse();
    }

    @Test
    void sixtyFourEqualRequestsForMoneyBackAtOnceAreOne() throws Exception {
        BidId bid = fixtures.releasedBid(SLUG);
        EstablishmentId school = schools(bid).getFirst().school();
        UUID key = UUID.randomUUID();
        List<Callable<Asked>> asking = Collections.nCopies(64, () -> ask(bid, school, "Unspent", key));
        List<Asked> told = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Asked> one : threads.invokeAll(asking)) {
                told.add(one.get());
            }
        }

        assertThat(told).filteredOn(asked -> !asked.before()).hasSize(1);
        assertThat(told).extracting(Asked::request).containsOnly(told.getFirst().request());
        assertThat(count("select count(*) from ledger_correction")).isOne();
    }

    private Asked ask(BidId bid, EstablishmentId school, String reason, UUID key) {
        return logIn.as("finance.officer", () -> clawback(bid, school, Money.ofPounds(4_000), reason, key));
    }

    private Asked clawback(BidId bid, EstablishmentId school, Money amount, String reason, UUID key) {
        return corrections.requestClawback(bid, school, amount, reason, key);
    }

    @Test
    void theDatabaseRefusesASecondPaymentOfWhatWasNotReversed() {
        fixtures.releasedBid(SLUG);
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into ledger_release (id, instalment_id, amount_pence, payee_school_id, payee_name, payee_kind, attempt,
                          previous_attempt, reference, requested_by, requested_at, approved_by, approved_at, entry_id,
                          idempotency_key)
                        select uuid(), instalment_id, amount_pence, payee_school_id, payee_name, payee_kind, 2, 1, 'x', requested_by,
                          requested_at, approved_by, approved_at, (select id from ledger_entry where kind = 'COMMITTED'), 'x'
                        from ledger_release""").update()).hasMessageContaining("fk_ledger_release_previous");
    }

    private void grant(String username, Role role) {
        transaction.executeWithoutResult(status ->
                people.grant(people.principal(username).orElseThrow().actor().id(), new RoleGrant(role, Scope.all())));
    }
}
