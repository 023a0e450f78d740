package org.schoolcollab.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.AcceptedShares;
import org.schoolcollab.ledger.AcceptedShares.Part;
import org.schoolcollab.ledger.AwardAcceptance;
import org.schoolcollab.ledger.AwardOffer;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class PaymentExportModuleTest {

    private static final String OFFICER = "finance.officer";

    @Autowired
    PaymentExport exports;

    @Autowired
    AwardAcceptance acceptance;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aFileHoldsEveryApprovedPaymentOnceWithItsTotals() {
        BidId bid = releasedInTwo();

        long number = export();

        String[] lines = text(number).split("\r\n", -1);
        assertThat(lines[0])
                .isEqualTo(
                        "record,reference,payee,payee_urn,payee_id,amount_gbp,round,area,collaboration,instalment,approved_on");
        assertThat(lines[1]).startsWith("JOURNAL,SC-").contains(",8400.00,2014/15,South,Hythe Hub,1,2014-06-16");
        assertThat(lines[2]).startsWith("CREDITOR,SC-").contains(",4200.00,");
        assertThat(lines[3]).isEqualTo("TRAILER,2,,,,12600.00,,,,,");
        assertThat(lines).hasSize(5);
        ExportSummary summary = logIn.as("auditor", exports::all).getFirst();
        assertThat(summary.total()).isEqualTo(Money.ofPounds(12_600));
        assertThat(summary.lines()).isEqualTo(2);
        assertThat(summary.fileName()).isEqualTo("payments-00001.csv");
        assertThat(summary.sha256()).isEqualTo(ExportFile.sha256(content(number)));
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'ledger.exported'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(bid).isNotNull();
    }

    @Test
    void whatIsExportedIsNotExportedAgainAndCanBeDownloadedAgain() {
        fixtures.releasedBid("hythe-hub");
        String seen = logIn.as(OFFICER, exports::waiting).sha256();
        long first = export();
        byte[] bytes = content(first);
        refused(seen, "error.ledger.export.nothingLeft");

        fixtures.releasedBid("deal-learning-alliance");
        long second = export();

        assertThat(text(second)).contains("Deal Learning Alliance").doesNotContain("Hythe Hub");
        assertThat(content(first)).isEqualTo(bytes);
        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void whoLookedAtOtherPaymentsIsAskedToLookAgain() {
        fixtures.releasedBid("hythe-hub");
        String seen = logIn.as(OFFICER, exports::waiting).sha256();
        fixtures.releasedBid("deal-learning-alliance");
        refused(seen, "error.ledger.export.changed");
        assertThat(logIn.as(OFFICER, exports::all)).isEmpty();
    }

    @Test
    void theSamePaymentsGiveTheSameBytesInEveryLocaleZoneAndOrder() {
        releasedInTwo();
        List<Payment> payments = logIn.as(OFFICER, exports::waiting).payments();
        byte[] here = ExportFile.of(payments).content();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("ar-EG", "th-TH-u-nu-thai", "de-DE", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(ExportFile.of(new ArrayList<>(payments).reversed()).content())
                        .as(tag)
                        .isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void sixteenWhoExportAtOnceMakeOneFile() throws Exception {
        releasedInTwo();
        String seen = logIn.as(OFFICER, exports::waiting).sha256();
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> runs = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                runs.add(threads.submit(() -> {
                    go.await();
                    logIn.as(OFFICER);
                    try {
                        return "file " + exports.export(seen);
                    } catch (ExportRefused nothing) {
                        return nothing.messageKey();
                    }
                }));
            }
            go.countDown();
            List<String> results = new ArrayList<>();
            for (Future<String> result : runs) {
                results.add(result.get());
            }
            assertThat(results).containsOnlyOnce("file 1");
            assertThat(results.stream().filter("error.ledger.export.nothingLeft"::equals))
                    .hasSize(15);
        }
        assertThat(jdbc.sql("select count(*) from ledger_export_line")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theDatabaseItselfRefusesAPaymentInASecondFileAndAnyChange() {
        fixtures.releasedBid("hythe-hub");
        export();
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into ledger_export_line (export_number, line, release_id)
                        select 1, 99, release_id from ledger_export_line""").update()).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(
                        () -> jdbc.sql("update ledger_export set content = 'x'").update())
                .rootCause()
                .hasMessageContaining("denied");
    }

    @Test
    void aNameThatASpreadsheetWouldCalculateStaysText() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        jdbc.sql("update establishment_school set name = ? where id in (select school_id from ledger_share)")
                .param("=HYPERLINK(\"http://x\";\"Tŷ 🏫\")")
                .update();
        fixtures.release(bid, 1);
        assertThat(text(export())).contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"Tŷ 🏫\"\")\"");
    }

    @Test
    void onlyAnOfficerExportsAndOnlyFinanceAndAuditorsDownload() {
        fixtures.releasedBid("hythe-hub");
        String seen = logIn.as("auditor", exports::waiting).sha256();
        assertThatThrownBy(() -> logIn.as("finance.approver", () -> exports.export(seen)))
                .isInstanceOf(AccessRefused.class);
        long number = export();
        assertThat(logIn.as("auditor", () -> exports.download(number)).content())
                .isNotEmpty();
        assertThatThrownBy(() -> logIn.as("admin", () -> exports.download(number)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as(OFFICER, () -> exports.download(99))).isInstanceOf(NotFound.class);
    }

    /** A released bid of which an academy has a third. */
    private BidId releasedInTwo() {
        BidId bid = fixtures.agreedBid("hythe-hub");
        AwardOffer offer = logIn.as("lead.hythe-hub", () -> acceptance.open(bid));
        String lead = offer.schools().getFirst().id().toString();
        String other = offer.schools().get(1).id().toString();
        jdbc.sql("update establishment_school set academy = (id = ?) where id in (?, ?)")
                .params(other, lead, other)
                .update();
        logIn.run(
                "lead.hythe-hub",
                () -> acceptance.accept(
                        bid,
                        new AcceptedShares(
                                List.of(
                                        new Part(offer.schools().getFirst().id(), Money.ofPounds(14_000)),
                                        new Part(offer.schools().get(1).id(), Money.ofPounds(7_000))),
                                offer.allToLeadSchool().pledges())));
        fixtures.release(bid, 1);
        return bid;
    }

    private long export() {
        return logIn.as(OFFICER, () -> exports.export(exports.waiting().sha256()));
    }

    private void refused(String seen, String key) {
        assertThatThrownBy(() -> logIn.as(OFFICER, () -> exports.export(seen)))
                .isInstanceOfSatisfying(
                        ExportRefused.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    private byte[] content(long number) {
        return logIn.as(OFFICER, () -> exports.download(number)).content();
    }

    private String text(long number) {
        return new String(content(number), StandardCharsets.UTF_8);
    }
}
