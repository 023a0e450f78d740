package org.schoolcollab.workflow.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.RoundRegister;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.testing.KnownState;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.editing.StepProperty;
import org.schoolcollab.workflow.move.RoundPins;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class DryRunModuleTest {

    @Autowired
    DryRun dryRun;

    @Autowired
    DryRuns runs;

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    RoundPins pins;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SpringProcessEngineConfiguration engine;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theShippedProcessIsGoneOnEveryPath() {
        DryRunReport report = tried(draft("bidLifecycle"));
        assertThat(report.bound()).isEqualTo(DryRunReport.Bound.ALL_PATHS);
        assertThat(report.isWhole()).isTrue();
        assertThat(report.unreached()).isEmpty();
        Path agreed = report.paths().getFirst();
        assertThat(agreed.otherwise()).isEmpty();
        assertThat(agreed.steps())
                .extracting(PathStep::element)
                .containsSubsequence(
                        "userTask_DraftPlan",
                        "userTask_ReviewPlan",
                        "userTask_OpenBallot",
                        "userTask_CastVote",
                        "serviceTask_CountBallot",
                        "serviceTask_CommitFunds",
                        "userTask_AcceptAward",
                        "userTask_RequestRelease",
                        "userTask_ApproveRelease",
                        "timerEvent_MarchWindowOpened",
                        "userTask_WriteMarchReport",
                        "userTask_AcceptMarchReport",
                        "timerEvent_OctoberWindowOpened",
                        "userTask_WriteOctoberReport",
                        "userTask_AcceptOctoberReport",
                        "serviceTask_CloseBid",
                        "endEvent_BidClosed");
        assertThat(agreed.steps())
                .filteredOn(step -> step.element().equals("userTask_ReviewPlan"))
                .first()
                .satisfies(step -> {
                    assertThat(step.ifNobodyActs())
                            .extracting(PathStep.Later::name)
                            .containsExactly("Soon due", "Overdue");
                    assertThat(step.answer()).isEqualTo("RECOMMENDED");
                    assertThat(step.due()).isNotNull();
                });
        assertThat(report.paths()).extracting(Path::end).contains(Path.End.REFUSED, Path.End.WITHDRAWN);
    }

    @Test
    void nothingButTheRecordRemains() {
        Draft draft = draft("boardVote", Definitions.voteWithSignOff());
        Map<String, Long> before = rows();
        int cached = engine.getProcessDefinitionCache().size();

        DryRunReport report = tried(draft);

        assertThat(report.paths()).isNotEmpty();
        Map<String, Long> after = rows();
        after.merge("audit_record", -1L, Long::sum);
        assertThat(after).isEqualTo(before);
        assertThat(jdbc.sql("select action from audit_record order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("process.tried");
        assertThat(engine.getProcessDefinitionCache().size()).isEqualTo(cached);
        assertThat(latest("boardVote")).isEqualTo(1);

        BidId bid = lifecycle.agreed();
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_AcceptAward");
    }

    @Test
    void anAddedSignOffIsAStepOfThePaths() {
        DryRunReport report = tried(draft("boardVote", Definitions.voteWithSignOff()));
        assertThat(report.isWhole()).isTrue();
        assertThat(report.paths().getFirst().steps())
                .extracting(PathStep::element)
                .containsSubsequence("serviceTask_CountBallot", "userTask_ChairSignOff", "serviceTask_CommitFunds");
    }

    @Test
    void whatIsCalledAreTheVersionsThatTheRoundOpenForBidsTakes() {
        repository
                .createDeployment()
                .addBytes("vote.bpmn", Definitions.voteWithSignOff().getBytes(StandardCharsets.UTF_8))
                .deploy();
        logIn.run("admin", () -> pins.pin(RoundRegister.idOf("2014/15"), "boardVote", 1));
        Draft draft = draft("marchReport");

        assertThat(tried(draft).paths().getFirst().steps())
                .extracting(PathStep::element)
                .doesNotContain("userTask_ChairSignOff");
        logIn.run("admin", () -> pins.release(RoundRegister.idOf("2014/15"), "boardVote"));
        logIn.as("editor");
        assertThat(tried(draft).paths().getFirst().steps())
                .extracting(PathStep::element)
                .contains("userTask_ChairSignOff");
    }

    @Test
    void aDraftThatTheGateRefusesIsNotTried() {
        Definition past = Definition.read(Definitions.shipped("bid-lifecycle"))
                .apply(new Edit.MoveStep("serviceTask_CommitFunds", "userTask_DraftPlan"));
        DryRunReport report = tried(draft("bidLifecycle", past.xml()));
        assertThat(report.refused()).isNotEmpty();
        assertThat(report.paths()).isEmpty();
        assertThat(report.moves()).isZero();
    }

    @Test
    void onlyWhoEditsOrPublishesMayTry() {
        Draft draft = draft("boardVote");
        for (String other : List.of("auditor", Lifecycle.LEAD, "finance.officer")) {
            logIn.as(other);
            assertThatThrownBy(() -> runs.start(draft.id())).isInstanceOf(AccessRefused.class);
        }
        for (String mine : List.of("publisher", "admin")) {
            logIn.as(mine);
            assertThat(dryRun.prepare(draft.id()).refused()).isEmpty();
        }
    }

    @Test
    void twoDryRunsAndABidGoOnSideBySide() throws Exception {
        Draft one = draft("bidLifecycle");
        Draft two = draft("bidLifecycle", renamed());
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture<DryRunReport> first =
                    CompletableFuture.supplyAsync(() -> logIn.as("editor", () -> tried(one)), threads);
            CompletableFuture<DryRunReport> second =
                    CompletableFuture.supplyAsync(() -> logIn.as("publisher", () -> tried(two)), threads);
            BidId bid = lifecycle.agreed();
            assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_AcceptAward");
            DryRunReport shipped = first.get(5, TimeUnit.MINUTES);
            DryRunReport changed = second.get(5, TimeUnit.MINUTES);
            assertThat(Stream.of(shipped, changed)).allMatch(DryRunReport::isWhole);
            assertThat(changed.paths()).hasSameSizeAs(shipped.paths());
            assertThat(names(shipped)).contains("Review plan").doesNotContain("Look at the plan");
            assertThat(names(changed)).contains("Look at the plan").doesNotContain("Review plan");
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(bid.toString())
                            .list())
                    .hasSize(1);
        }
        assertThat(latest("bidLifecycle")).isEqualTo(1);
    }

    @Test
    void aPathThatGetsStuckIsReportedWithItsPlace() {
        Definition twice = Definition.read(Definitions.shipped("bid-lifecycle"))
                .apply(new Edit.AddStep(
                        "userTask_AcceptAward",
                        StepKind.SERVICE,
                        "Commit again",
                        Map.of(StepProperty.DELEGATE, "commitFunds")));
        Draft draft = draft("bidLifecycle", twice.xml());
        logIn.as("editor");
        assertThat(dryRun.prepare(draft.id()).refused()).isNotEmpty();

        // As if the gate had let it pass.
        Rehearsal rehearsal = new Rehearsal(draft, List.of(), KnownState.NOW);
        while (dryRun.goOn(rehearsal)) {
            assertThat(rehearsal.isDone()).isFalse();
        }
        DryRunReport report = dryRun.finish(rehearsal);

        assertThat(report.isWhole()).isFalse();
        Path first = report.paths().getFirst();
        assertThat(first.end()).isEqualTo(Path.End.STUCK);
        assertThat(first.stuck()).isNotNull().satisfies(stuck -> {
            assertThat(stuck.why()).isEqualTo(Path.Why.NOT_POSSIBLE);
            assertThat(stuck.name()).isEqualTo("Commit again");
            assertThat(stuck.process()).isEqualTo("bidLifecycle");
        });
        assertThat(report.unreached()).extracting(DryRunReport.Unreached::name).contains("Close bid");
    }

    private static String renamed() {
        return Definition.read(Definitions.shipped("bid-lifecycle"))
                .apply(new Edit.Rename("userTask_ReviewPlan", "Look at the plan"))
                .xml();
    }

    private static List<String> names(DryRunReport report) {
        return report.paths().stream()
                .flatMap(path -> path.steps().stream())
                .map(PathStep::name)
                .filter(Predicate.not(String::isBlank))
                .distinct()
                .toList();
    }

    private Draft draft(String key) {
        return logIn.as("editor", () -> drafts.open(key, 1));
    }

    private Draft draft(String key, String xml) {
        return logIn.as("editor", () -> {
            Draft draft = drafts.importFile(xml.getBytes(StandardCharsets.UTF_8));
            assertThat(draft.key()).isEqualTo(key);
            return draft;
        });
    }

    private DryRunReport tried(Draft draft) {
        return logIn.as("editor", () -> runs.start(draft.id()).report());
    }

    private int latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from `" + table + "`")
                                .query(Long.class)
                                .single()));
        return rows;
    }
}
