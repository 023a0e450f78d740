package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.AwardView.ReleaseView;
import org.schoolcollab.ledger.payment.Difference;
import org.schoolcollab.ledger.payment.Difference.Kind;
import org.schoolcollab.ledger.payment.ExportRefused;
import org.schoolcollab.ledger.payment.PaidStatusLoad;
import org.schoolcollab.ledger.payment.Payment;
import org.schoolcollab.ledger.payment.PaymentExport;
import org.schoolcollab.ledger.payment.Reconciling;
import org.schoolcollab.programme.RoundRegister;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.springframework.beans.factory.annotation.Autowired;

/** A school is paid once, whatever the council's ledger reports, in which order, and whoever reverses meanwhile. */
class PaidOnceModuleTest extends FinanceScene {

    private static final String OFFICER = "finance.officer";

    @Autowired
    Corrections corrections;

    @Autowired
    PaymentExport exports;

    @Autowired
    PaidStatusLoad files;

    @Autowired
    Reconciling reconciling;

    @Autowired
    RoundClosing closing;

    @Autowired
    Virement virement;

    @Autowired
    People people;

    @Test
    void aPaymentWithTheCouncilIsReversedOnlyOnceItIsReportedFailed() {
        ReleaseView payment = exported();
        refused(OFFICER, () -> ask(payment), "error.ledger.act.sentOut");

        report(payment, "2014-06-15", "PAID");
        refused(OFFICER, () -> ask(payment), "error.ledger.act.reportedPaid");

        report(payment, "2014-06-16", "FAILED");
        UUID request = logIn.as(OFFICER, () -> ask(payment));
        approver(() -> corrections.approve(request));
        assertThat(balance("released")).isEqualTo(Money.ZERO);
    }

    @Test
    void aPaymentThatFailedAndWasPaidLaterIsNoFailureAnyMore() {
        ReleaseView payment = exported();
        report(payment, "2014-06-14", "FAILED");
        UUID request = logIn.as(OFFICER, () -> ask(payment));

        report(payment, "2014-06-15", "PAID");

        assertThat(differences()).isEmpty();
        refused("finance.approver", () -> corrections.approve(request), "error.ledger.act.reportedPaid");
        approver(() -> corrections.reject(request, "Paid after all"));
        refused(OFFICER, () -> ask(payment), "error.ledger.act.reportedPaid");
    }

    @Test
    void whatIsPaidAfterItsReversalIsADifferenceAndItsSecondAttemptStaysOutOfTheFile() {
        ReleaseView payment = exported();
        BidId bid = bidOf(payment);
        report(payment, "2014-06-14", "FAILED");
        UUID request = logIn.as(OFFICER, () -> ask(payment));
        approver(() -> corrections.approve(request));
        fixtures.release(bid, 1);
        assertThat(waiting()).containsExactly(payment.reference() + "-R2");

        report(payment, "2014-06-15", "PAID");

        assertThat(differences()).containsExactly(Kind.PAID_AFTER_REVERSAL);
        assertThat(waiting()).isEmpty();
        assertThat(catchThrowable(() -> logIn.run(
                        OFFICER, () -> exports.export(exports.waiting().sha256()))))
                .isInstanceOf(ExportRefused.class);
    }

    @Test
    void aReversalUnderWayKeepsItsPaymentOutOfTheFile() throws Exception {
        BidId bid = fixtures.releasedBid(SLUG);
        ReleaseView payment = instalment(bid, 1).releases().getFirst();
        UUID request = logIn.as(OFFICER, () -> ask(payment));
        String seen = logIn.as(OFFICER, () -> exports.waiting().sha256());
        CountDownLatch reversed = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> reversal = threads.submit(() -> logIn.run(
                    "finance.approver",
                    () -> transaction.executeWithoutResult(status -> {
                        corrections.approve(request);
                        reversed.countDown();
                        await(asked);
                    })));
            Future<Throwable> export = threads.submit(() -> {
                logIn.as(OFFICER);
                await(reversed);
                return catchThrowable(() -> exports.export(seen));
            });
            await(reversed);
            boolean through = isDone(export);
            asked.countDown();
            reversal.get();
            assertThat(through).as("the export did not wait for the reversal").isFalse();
            assertThat(export.get()).isInstanceOf(ExportRefused.class);
        }
        assertThat(count("select count(*) from ledger_export_line")).isZero();
    }

    @Test
    void whoAskedForACorrectionIsStillOnNoOtherSideWhenItIsApproved() {
        BidId bid = fixtures.releasedBid(SLUG);
        ReleaseView payment = instalment(bid, 1).releases().getFirst();
        UUID request = logIn.as(OFFICER, () -> ask(payment));
        transaction.executeWithoutResult(status -> people.grant(
                people.principal(OFFICER).orElseThrow().actor().id(),
                new RoleGrant(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(bids.get(bid).collaborationId().value()))));

        refused("finance.approver", () -> corrections.approve(request), "error.ledger.leads");
    }

    @Test
    void aRoundIsNotClosedWhileAPaymentIsToBePutRight() {
        ReleaseView payment = exported();
        BidId bid = bidOf(payment);
        approver(() -> virement.reduce(bid, instalment(bid, 2).amount(), "Not needed", UUID.randomUUID()));
        report(payment, "2014-06-14", "FAILED");

        refused(
                "finance.approver",
                () -> closing.close(RoundRegister.idOf("2014/15")),
                "error.ledger.act.roundHasCorrections");

        report(payment, "2014-06-15", "PAID");
        UUID clawback = logIn.as(
                        OFFICER,
                        () -> corrections.requestClawback(
                                bid, schools(bid).getFirst().school(), Money.ofPounds(1), "Unspent", UUID.randomUUID()))
                .request();
        refused(
                "finance.approver",
                () -> closing.close(RoundRegister.idOf("2014/15")),
                "error.ledger.act.roundHasCorrections");

        approver(() -> corrections.reject(clawback, "Spent"));
        approver(() -> closing.close(RoundRegister.idOf("2014/15")));
    }

    private ReleaseView exported() {
        BidId bid = fixtures.releasedBid(SLUG);
        logIn.run(OFFICER, () -> exports.export(exports.waiting().sha256()));
        return instalment(bid, 1).releases().getFirst();
    }

    private BidId bidOf(ReleaseView payment) {
        return BidId.of(
                jdbc.sql("""
                        select a.bid_id from ledger_release r join ledger_instalment i on i.id = r.instalment_id
                          join ledger_award a on a.id = i.award_id where r.id = ?""").param(payment.id().toString()).query(String.class).single());
    }

    private UUID ask(ReleaseView payment) {
        return corrections.requestReversal(payment.id(), "The bank sent it back");
    }

    private void report(ReleaseView payment, String day, String status) {
        String line = payment.reference() + "," + payment.amount().pence() / 100 + "," + day + "," + status;
        byte[] file = ("reference,amount_gbp,date,status\r\n" + line + "\r\n").getBytes(StandardCharsets.UTF_8);
        logIn.run(OFFICER, () -> files.load("paid.csv", file, false));
    }

    private List<Kind> differences() {
        return logIn.as("auditor", reconciling::differences).stream()
                .map(Difference::kind)
                .toList();
    }

    private List<String> waiting() {
        return logIn.as("auditor", exports::waiting).payments().stream()
                .map(Payment::reference)
                .toList();
    }

    private static boolean isDone(Future<?> future) throws Exception {
        try {
            future.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillWaiting) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
