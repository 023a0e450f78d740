package org.schoolcollab.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.ledger.payment.Difference.Kind;
import org.schoolcollab.ledger.payment.PaidFileRefused.LineError;
import org.schoolcollab.ledger.payment.PaidStatusLoad.Loaded;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class PaidStatusModuleTest {

    private static final String OFFICER = "finance.officer";
    private static final String HEADING = "reference,amount_gbp,date,status\r\n";

    @Autowired
    PaidStatusLoad load;

    @Autowired
    PaymentExport exports;

    @Autowired
    Reconciling reconciling;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private String one = "";
    private String two = "";

    @BeforeEach
    void twoPaymentsAreExported() {
        fixtures.releasedBid("hythe-hub");
        fixtures.releasedBid("deal-learning-alliance");
        logIn.run(OFFICER, () -> exports.export(exports.waiting().sha256()));
        List<String> references = jdbc.sql(
                        "select r.reference from ledger_release r join ledger_export_line x on x.release_id = r.id order by x.line")
                .query(String.class)
                .list();
        one = references.getFirst();
        two = references.getLast();
    }

    @Test
    void whatIsPaidAndWhatFailedIsTakenIn() {
        Loaded loaded = take(one + ",12600.00,2014-06-16,PAID\r\n" + two + ",12600.00,2014-06-15,FAILED\r\n");

        assertThat(loaded).isEqualTo(new Loaded(1, 1, 1, 0, 0, null));
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.FAILED);
        assertThat(logIn.as("auditor", reconciling::totals).paid().pence()).isEqualTo(1_260_000);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String lines = one + ",12600.00,2014-06-16,PAID\r\n";
        take(lines);
        Loaded again = take(lines);
        assertThat(again.before()).isNotNull();
        assertThat(again.paid()).isZero();
        assertThat(rows()).isEqualTo(1);

        Loaded more = take(lines + two + ",12600.00,2014-06-16,PAID\r\n");
        assertThat(more.known()).isEqualTo(1);
        assertThat(more.paid()).isEqualTo(1);
        assertThat(rows()).isEqualTo(2);
        assertThat(logIn.as("auditor", load::all)).hasSize(2);
    }

    @Test
    void everyWrongLineIsNamedAtOnceAndNothingIsLoaded() {
        String file = HEADING
                + one + ",12600.00,2014-06-16,PAID\r\n"
                + "SC-UNKNOWN-1,12600.00,2014-06-16,PAID\r\n"
                + two + ",12.6,2014-06-16,PAID\r\n"
                + two + ",12600.00,16/06/2014,PAID\r\n"
                + two + ",12600.00,2014-06-17,PAID\r\n"
                + one + ",12600.00,2014-06-16,PAID\r\n"
                + two + ",12600.00,2014-06-16,GONE\r\n"
                + two + ",12600.00\r\n"
                + ",12600.00,2014-06-16,FAILED\r\n";

        assertThat(errors(file.getBytes(StandardCharsets.UTF_8)))
                .extracting(error -> error.line() + " " + error.messageKey().replace("error.ledger.paid.", ""))
                .containsExactly(
                        "3 unknown",
                        "4 amount",
                        "5 date",
                        "5 twice",
                        "6 future",
                        "6 twice",
                        "7 twice",
                        "8 status",
                        "9 cells",
                        "10 noReference");
        assertThat(rows()).isZero();
        assertThat(logIn.as("auditor", load::all)).isEmpty();
    }

    @Test
    void anotherAmountIsNamedAndOnlyTakenInAsADifference() {
        byte[] file = (HEADING + one + ",12599.99,2014-06-16,PAID\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(errors(file)).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.otherAmount()).isTrue();
        });

        Loaded loaded = logIn.as(OFFICER, () -> load.load("paid.csv", file, true));
        assertThat(loaded.otherAmounts()).isEqualTo(1);
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.OTHER_AMOUNT);
    }

    @Test
    void whatContradictsAnEarlierFileIsNamed() {
        take(one + ",12600.00,2014-06-16,PAID\r\n");
        assertThat(errors((HEADING + one + ",12600.00,2014-06-15,PAID\r\n").getBytes(StandardCharsets.UTF_8)))
                .extracting(LineError::messageKey)
                .containsExactly("error.ledger.paid.contradicts");
    }

    @Test
    void aFileThatIsNoSuchFileIsRefusedAsAWhole() {
        assertThat(keys(new byte[0])).containsExactly("error.ledger.paid.empty");
        assertThat(keys(HEADING.getBytes(StandardCharsets.UTF_8))).containsExactly("error.ledger.paid.noLines");
        assertThat(keys(new byte[] {(byte) 0xC3, (byte) 0x28})).containsExactly("error.ledger.paid.notUtf8");
        assertThat(keys("a;b;c\r\n".getBytes(StandardCharsets.UTF_8))).containsExactly("error.ledger.paid.heading");
        assertThat(keys((HEADING + "\"open,1.00").getBytes(StandardCharsets.UTF_8)))
                .contains("error.ledger.paid.notCsv");
        Loaded marked = logIn.as(
                OFFICER,
                () -> load.load(
                        "with a mark.csv",
                        ("\uFEFF" + HEADING + one + ",12600.00,2014-06-16,PAID\r\n").getBytes(StandardCharsets.UTF_8),
                        false));
        assertThat(marked.paid()).isEqualTo(1);
    }

    @Test
    void aPaymentOfWhichNothingIsReportedIsADifferenceAfterSomeDaysUntilItIsSolved() {
        assertThat(differences()).isEmpty();
        clock.advance(Duration.ofDays(11));
        List<Difference> open = differences();
        assertThat(open).extracting(Difference::kind).containsExactly(Kind.NOT_PAID, Kind.NOT_PAID);

        assertThatThrownBy(() -> logIn.run(
                        OFFICER, () -> reconciling.solve(open.getFirst().release(), Kind.NOT_PAID, "  ")))
                .isInstanceOf(ValidationFailed.class);
        logIn.run(OFFICER, () -> reconciling.solve(open.getFirst().release(), Kind.NOT_PAID, "Paid by hand"));

        assertThat(differences()).hasSize(1);
        assertThatThrownBy(() -> logIn.run(
                        OFFICER, () -> reconciling.solve(open.getFirst().release(), Kind.NOT_PAID, "Again")))
                .isInstanceOf(Reconciling.NoDifference.class);
        assertThatThrownBy(() -> logIn.run(
                        OFFICER, () -> reconciling.solve(open.getLast().release(), Kind.FAILED, "No")))
                .isInstanceOf(Reconciling.NoDifference.class);
        take(two + ",12600.00,2014-06-20,PAID\r\n" + one + ",12600.00,2014-06-20,PAID\r\n");
        assertThat(differences()).isEmpty();
    }

    @Test
    void onlyAnOfficerLoadsAndSolves() {
        byte[] file = (HEADING + one + ",12600.00,2014-06-16,FAILED\r\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> logIn.as("finance.approver", () -> load.load("x.csv", file, false)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as("lead.hythe-hub", reconciling::differences))
                .isInstanceOf(AccessRefused.class);
    }

    private Loaded take(String lines) {
        return logIn.as(
                OFFICER, () -> load.load("paid.csv", (HEADING + lines).getBytes(StandardCharsets.UTF_8), false));
    }

    private List<LineError> errors(byte[] file) {
        return catchThrowableOfType(
                        PaidFileRefused.class, () -> logIn.as(OFFICER, () -> load.load("paid.csv", file, false)))
                .errors();
    }

    private List<String> keys(byte[] file) {
        return errors(file).stream().map(LineError::messageKey).toList();
    }

    private List<Difference> differences() {
        return logIn.as("auditor", reconciling::differences);
    }

    private long rows() {
        return jdbc.sql("select count(*) from ledger_paid_status")
                .query(Long.class)
                .single();
    }
}
