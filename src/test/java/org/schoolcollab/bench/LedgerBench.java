package org.schoolcollab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.Statements;
import org.schoolcollab.testing.Statements.Sent;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Approvals of requested releases through the portal's use case, process step included, and the same SQL statements by plain JDBC on
 * equal bids (the floor): at 1, 8 and 32 clients, on 32 envelopes, in turn within one run. Not part of the suites; run by
 * {@code ./portal bench ledger}. A line of a batch is one such approval by one client after the other, which is what a batch does with
 * each of its lines. The bids are copies of one that went the whole way; statements are recorded from one approval.
 */
@PortalTest
class LedgerBench {

    private static final int AREAS = 32;
    private static final int ROUNDS = 3;
    private static final int PER_ARM = 48;
    private static final int WARM_UP = 150;
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BudgetRelease release;

    @Autowired
    DataSource source;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private final Queue<Map<String, String>> open = new ConcurrentLinkedQueue<>();
    private BidId template = BidId.random();
    private long pence;

    private interface Act {
        void on(Map<String, String> bid) throws SQLException;
    }

    @Test
    void measures() throws Exception {
        template = fixtures.awardedBid("hythe-hub");
        logIn.run("finance.officer", () -> release.request(template, 1));
        pence = jdbc.sql("""
                        select i.amount_pence from ledger_instalment i join ledger_award a on a.id = i.award_id
                        where a.bid_id = ? and i.number = 1""").param(template.toString()).query(Long.class).single();
        int arms = ROUNDS * CLIENTS.size() * 2;
        Replay floor;
        try (Connection root = root()) {
            Clones clones = new Clones(root, template.toString());
            List<String> envelopes = envelopes(root);
            open.addAll(clones.add(root, 0, WARM_UP * 2 + arms * PER_ARM + 10, envelopes));
            floor = new Replay(recorded(), shared(root, clones.own()), clones.own());
        }
        System.out.println("statements of one approval: " + floor.statements());
        Act service = bid -> release.approve(BidId.of(bid(bid)), 1);
        Act plain = bid -> floor.run(source, bid, pence);
        rate(4, WARM_UP, service);
        rate(4, WARM_UP, plain);

        Map<String, List<Double>> rates = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int clients : CLIENTS) {
                rates.computeIfAbsent("service " + clients, k -> new ArrayList<>())
                        .add(rate(clients, PER_ARM, service));
                rates.computeIfAbsent("floor " + clients, k -> new ArrayList<>())
                        .add(rate(clients, PER_ARM, plain));
            }
        }
        rates.forEach((arm, figures) -> System.out.printf(
                Locale.ROOT, "%s clients: median %.1f a second of %s%n", arm, median(figures), figures));
        print(rates);
    }

    private static void print(Map<String, List<Double>> rates) {
        StringBuilder line = new StringBuilder("{");
        for (int clients : CLIENTS) {
            line.append(String.format(
                    Locale.ROOT,
                    "\"share_of_floor_%d\": %.3f, ",
                    clients,
                    rate(rates, "service " + clients) / rate(rates, "floor " + clients)));
        }
        line.append(String.format(
                Locale.ROOT,
                "\"gain_32_envelopes\": %.2f, \"batch_lines_per_s\": %.1f, \"floor_lines_per_s\": %.1f}",
                rate(rates, "service 32") / rate(rates, "service 1"),
                rate(rates, "service 1"),
                rate(rates, "floor 1")));
        System.out.println(line);
    }

    private static double rate(Map<String, List<Double>> rates, String arm) {
        return median(rates.getOrDefault(arm, List.of(Double.NaN)));
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Acts a second of so many clients at once, each taking the next bid that is open. */
    private double rate(int clients, int acts, Act act) throws Exception {
        List<Map<String, String>> mine = new ArrayList<>();
        for (int n = 0; n < acts; n++) {
            mine.add(open.remove());
        }
        Queue<Map<String, String>> left = new ConcurrentLinkedQueue<>(mine);
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    logIn.as("finance.approver");
                    ready.countDown();
                    go.await();
                    for (Map<String, String> bid = left.poll(); bid != null; bid = left.poll()) {
                        act.on(bid);
                    }
                    return null;
                }));
            }
            ready.await();
            long start = System.nanoTime();
            go.countDown();
            for (Future<?> client : running) {
                client.get();
            }
            return acts / ((System.nanoTime() - start) / 1e9);
        }
    }

    private String bid(Map<String, String> ids) {
        return java.util.Objects.requireNonNull(ids.get(template.toString()));
    }

    /** The statements of one approval, of the template itself. */
    private List<Sent> recorded() {
        List<Sent> sent = Statements.of(() -> logIn.run("finance.approver", () -> release.approve(template, 1)));
        assertThat(sent).anyMatch(one -> one.sql().contains("ledger_release"));
        // What logs the person in is no part of the act.
        return sent.stream()
                .filter(one -> !one.sql().contains("from security_person where username"))
                .toList();
    }

    /** One envelope in each of the areas, all of it committed. */
    private List<String> envelopes(Connection root) throws SQLException {
        try (Statement sql = root.createStatement()) {
            sql.execute("use portal");
            String round = Clones.strings(sql, "select round_id from bid_bid where id = '" + template + "'")
                    .getFirst();
            for (int n = 0; n < AREAS; n++) {
                String area = "BENCH" + n;
                sql.execute("insert into establishment_area (code, name) values ('" + area + "', '" + area + "')");
                sql.execute("insert into programme_envelope (round_id, area_code, given_pence) values ('" + round
                        + "', '" + area + "', 100000000000)");
                sql.execute("""
                        insert into ledger_envelope (id, round_id, area_code, given_area, given_pence, available_pence,
                          committed_pence, opened_at)
                        values (uuid(), '%s', '%s', '%s', 100000000000, 0, 100000000000, now(6))""".formatted(round, area, area));
            }
            return Clones.strings(
                    sql,
                    "select id from ledger_envelope where area_code like 'BENCH%' order by cast(substr(area_code, 6) as int)");
        }
    }

    /** Every id that stands in the database before and is none of the template's. */
    private static Set<String> shared(Connection root, Set<String> own) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Statement sql = root.createStatement()) {
            for (String query : List.of(
                    "select id from portal.security_person",
                    "select id from portal.establishment_school",
                    "select id from portal.programme_round",
                    "select substring_index(ID_, ':', -1) from portal.ACT_RE_PROCDEF",
                    "select DEPLOYMENT_ID_ from portal.ACT_RE_PROCDEF")) {
                try (ResultSet rows = sql.executeQuery(query)) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                    }
                }
            }
        }
        ids.removeAll(own);
        return ids;
    }

    private static Connection root() throws SQLException {
        var server = TestDatabase.instance().server();
        return DriverManager.getConnection(
                server.url().replace("/portal", "/") + "?rewriteBatchedStatements=true&useBulkStmts=false",
                "root",
                server.rootPassword());
    }
}
