package org.schoolcollab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.payment.BatchLines;
import org.schoolcollab.ledger.payment.BatchRun;
import org.schoolcollab.ledger.payment.Batches;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.Statements;
import org.schoolcollab.testing.Statements.Sent;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Approvals of requested releases through the portal's use case, process step included, and the same SQL statements by plain JDBC on
 * equal bids (the floor): at 1, 8 and 32 clients, on 32 envelopes. Service and floor take turns in short blocks, so that what else
 * goes on in the machine slows both alike; a share is the median over the pairs of blocks. Batches of 100 lines are approved by the
 * batch service; their floor is the same SQL of each line by as many threads. Not part of the suites; run by
 * {@code ./portal bench ledger}. The bids are copies of one that went the whole way; statements are recorded from one approval.
 */
@PortalTest
@TestPropertySource(properties = "portal.batches.beside-the-screen=true")
class LedgerBench {

    private static final int AREAS = 32;
    private static final int WARM_UP = 300;
    private static final int PAIRS = 6;
    private static final int BATCHES = 3;
    private static final int BATCH_THREADS = 4;

    /** Acts of one block, by clients. */
    private static final SortedMap<Integer, Integer> BLOCKS = new TreeMap<>(Map.of(1, 24, 8, 48, 32, 96));

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BudgetRelease release;

    @Autowired
    BatchLines lines;

    @Autowired
    BatchRun batches;

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

    private interface Block {
        double rate() throws Exception;
    }

    /** Rates of two blocks that took turns, acts a second. */
    private record Pair(double service, double floor) {

        double share() {
            return service / floor;
        }
    }

    @Test
    void measures() throws Exception {
        template = fixtures.awardedBid("hythe-hub");
        logIn.run("finance.officer", () -> release.request(template, 1));
        pence = jdbc.sql("""
                        select i.amount_pence from ledger_instalment i join ledger_award a on a.id = i.award_id
                        where a.bid_id = ? and i.number = 1""").param(template.toString()).query(Long.class).single();
        int acts = BLOCKS.values().stream().mapToInt(Integer::intValue).sum() * 2 * PAIRS;
        Replay floor;
        Replay line;
        try (Connection root = root()) {
            Clones clones = new Clones(root, template.toString());
            open.addAll(clones.add(root, 0, WARM_UP * 2 + acts + Batches.AT_MOST * 2 * BATCHES, envelopes(root)));
            long batch = batch(root, List.of(template.toString()));
            line = new Replay(recorded(() -> lines.approve(batch, 1)), shared(root, clones.own()), clones.own());
            floor = line.without("ledger_batch");
        }
        System.out.println("statements of one approval: " + floor.statements());
        Act service = bid -> release.approve(BidId.of(bid(bid)), 1);
        Act plain = bid -> floor.run(source, bid, pence);
        rate(4, WARM_UP, service);
        rate(4, WARM_UP, plain);

        SortedMap<Integer, List<Pair>> rates = new TreeMap<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            for (Map.Entry<Integer, Integer> block : BLOCKS.entrySet()) {
                rates.computeIfAbsent(block.getKey(), clients -> new ArrayList<>())
                        .add(pair(
                                pair % 2 == 0,
                                () -> rate(block.getKey(), block.getValue(), service),
                                () -> rate(block.getKey(), block.getValue(), plain)));
            }
        }
        rates.forEach((clients, pairs) -> say(clients + " clients", pairs));
        List<Pair> inBatches = new ArrayList<>();
        for (int pair = 0; pair < BATCHES; pair++) {
            inBatches.add(pair(
                    pair % 2 == 0,
                    this::batchRate,
                    () -> rate(BATCH_THREADS, Batches.AT_MOST, bid -> line.run(source, bid, pence))));
        }
        print(rates, inBatches);
    }

    /** One block of each, the one or the other first. */
    private static Pair pair(boolean serviceFirst, Block service, Block floor) throws Exception {
        double first = (serviceFirst ? service : floor).rate();
        double second = (serviceFirst ? floor : service).rate();
        return serviceFirst ? new Pair(first, second) : new Pair(second, first);
    }

    private static void print(SortedMap<Integer, List<Pair>> rates, List<Pair> inBatches) {
        StringBuilder line = new StringBuilder("{");
        rates.forEach((clients, pairs) -> line.append(
                String.format(Locale.ROOT, "\"share_of_floor_%d\": %.3f, ", clients, median(pairs, Pair::share))));
        say("batches", inBatches);
        line.append(String.format(
                Locale.ROOT,
                "\"gain_32_envelopes\": %.2f, \"batch_lines_per_s\": %.1f, \"floor_lines_per_s\": %.1f}",
                median(rates.get(32), Pair::service) / median(rates.get(1), Pair::service),
                median(inBatches, Pair::service),
                median(inBatches, Pair::floor)));
        System.out.println(line);
    }

    private static void say(String what, List<Pair> pairs) {
        List<String> shares = pairs.stream()
                .map(pair -> String.format(Locale.ROOT, "%.2f", pair.share()))
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%s: service %.1f a second, floor %.1f, shares of the pairs %s%n",
                what,
                median(pairs, Pair::service),
                median(pairs, Pair::floor),
                shares);
    }

    private static double median(@Nullable List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        double[] sorted = Objects.requireNonNull(pairs).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The next acts that are open. */
    private List<Map<String, String>> next(int acts) {
        return IntStream.range(0, acts).mapToObj(n -> open.remove()).toList();
    }

    /** Acts a second of so many clients at once, each taking the next bid that is open. */
    private double rate(int clients, int acts, Act act) throws Exception {
        Queue<Map<String, String>> left = new ConcurrentLinkedQueue<>(next(acts));
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

    /** Lines a second of one batch that another person approves, from the click to the last line's result. */
    private double batchRate() throws Exception {
        long batch;
        try (Connection root = root()) {
            batch = batch(root, next(Batches.AT_MOST).stream().map(this::bid).toList());
        }
        long start = System.nanoTime();
        logIn.run("finance.approver", () -> batches.approve(batch));
        while (batches.isRunning(batch)) {
            LockSupport.parkNanos(200_000);
        }
        double rate = Batches.AT_MOST / ((System.nanoTime() - start) / 1e9);
        assertThat(jdbc.sql("select count(*) from ledger_batch_line where batch_number = ? and approval = 'DONE'")
                        .param(batch)
                        .query(Integer.class)
                        .single())
                .isEqualTo(Batches.AT_MOST);
        return rate;
    }

    /** A batch of first instalments of these bids, each requested. */
    private long batch(Connection root, List<String> bids) throws SQLException {
        try (Statement sql = root.createStatement()) {
            sql.execute("""
                    insert into portal.ledger_batch (requested_by, requested_at)
                    select id, now(6) from portal.security_person where username = 'finance.officer'""");
            long number = Long.parseLong(
                    Clones.strings(sql, "select last_insert_id()").getFirst());
            for (int n = 0; n < bids.size(); n++) {
                sql.execute("""
                        insert into portal.ledger_batch_line (batch_number, line, bid_id, instalment, amount_pence, request)
                        values (%d, %d, '%s', 1, %d, 'DONE')""".formatted(number, n + 1, bids.get(n), pence));
            }
            return number;
        }
    }

    private String bid(Map<String, String> ids) {
        return Objects.requireNonNull(ids.get(template.toString()));
    }

    /** The statements of one approval, of the template itself. */
    private List<Sent> recorded(Runnable approval) {
        List<Sent> sent = Statements.of(() -> logIn.run("finance.approver", approval));
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
