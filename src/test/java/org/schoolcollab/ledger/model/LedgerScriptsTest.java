package org.schoolcollab.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.schoolcollab.ledger.JournalChain;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.ledger.model.SideBySide.Difference;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reference model and the real ledger do the same, operation by operation. Another seed: {@code -DtestArgs=-Dportal.seed=N}; more or
 * longer scripts: {@code -Dportal.scripts=N}, {@code -Dportal.operations=N}.
 */
@PortalTest
class LedgerScriptsTest {

    private static final int SCRIPTS = Integer.getInteger("portal.scripts", 100);
    private static final int OPERATIONS = Integer.getInteger("portal.operations", 200);
    private static final long SEED = Long.getLong("portal.seed", 20_140_616L);
    private static final int AT_ONCE = 2;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void modelAndLedgerAgreeOnEveryOperationOfTheScripts() throws Exception {
        everybodyInFinanceMayDoBoth();
        Map<String, Integer> results = new TreeMap<>();
        SideBySide both = new SideBySide(Script::model, script -> new Counting(real(script), results));
        List<String> failures = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> runs = new ArrayList<>();
            AtomicReference<String> failed = new AtomicReference<>("");
            for (int i = 0; i < SCRIPTS; i++) {
                Script script = Script.of(SEED + i, OPERATIONS);
                runs.add(threads.submit(() -> run(both, script, failed)));
            }
            for (Future<String> run : runs) {
                failures.add(Objects.requireNonNull(run.get()));
            }
        }
        failures.removeIf(String::isEmpty);
        System.out.println("ledger scripts: " + SCRIPTS + " of " + OPERATIONS + " operations, seeds from " + SEED + ": "
                + results);
        assertThat(failures).isEmpty();
        assertThat(results.getOrDefault("ok", 0)).isGreaterThan(SCRIPTS * OPERATIONS / 5);
        LedgerAssertions.holds(jdbc);
        JournalChain.holds(jdbc);
    }

    @Test
    void aDifferenceIsFoundAndItsScriptShortened() {
        everybodyInFinanceMayDoBoth();
        SideBySide both = new SideBySide(
                script ->
                        new LedgerModel(
                                script.givenA(),
                                script.givenB(),
                                script.areaOf(),
                                script.agreed(),
                                script.needsMatch()) {
                            @Override
                            String run(Op op) {
                                String answer = super.run(op);
                                return op.kind() == Op.Kind.HOLD_BACK && answer.equals(OK) ? "error.planted" : answer;
                            }
                        },
                this::real);
        Script script = Script.of(SEED, OPERATIONS);
        Difference found = Objects.requireNonNull(both.run(script));

        String report = both.report(script, found);

        assertThat(both.shorten(script, found).ops()).hasSizeLessThan(4);
        assertThat(report).contains("seed " + SEED).contains("HOLD_BACK").contains("error.planted");
    }

    private static String run(SideBySide both, Script script, AtomicReference<String> failed) {
        if (!Objects.requireNonNull(failed.get()).isEmpty()) {
            return "";
        }
        Difference found = both.run(script);
        if (found == null) {
            return "";
        }
        String report = both.report(script, found);
        failed.set(report);
        return report;
    }

    private SideBySide.Other real(Script script) {
        return new RealLedger(context, new ModelScene(context, script));
    }

    private void everybodyInFinanceMayDoBoth() {
        transaction.executeWithoutResult(status -> {
            for (String username : List.of("finance.officer", "finance.approver", "auditor")) {
                for (Role role : List.of(Role.FINANCE_OFFICER, Role.FINANCE_APPROVER)) {
                    RoleGrant grant = new RoleGrant(role, Scope.all());
                    var actor = people.principal(username).orElseThrow().actor();
                    if (!actor.grants().contains(grant)) {
                        people.grant(actor.id(), grant);
                    }
                }
            }
        });
    }

    /** Counts what the ledger answered, to show that scripts do more than be refused. */
    private record Counting(SideBySide.Other ledger, Map<String, Integer> results) implements SideBySide.Other {

        @Override
        public String run(Op op) {
            String answer = ledger.run(op);
            synchronized (results) {
                results.merge(answer, 1, Integer::sum);
            }
            return answer;
        }

        @Override
        public String state() {
            return ledger.state();
        }
    }
}
