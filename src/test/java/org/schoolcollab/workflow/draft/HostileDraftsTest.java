package org.schoolcollab.workflow.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flowable.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.gate.HostileDefinitions;
import org.schoolcollab.workflow.gate.HostileDefinitions.Hostile;
import org.schoolcollab.workflow.publish.NotPublishable;
import org.schoolcollab.workflow.publish.ProcessPublishing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every attack, saved in a draft, kept as a new one and imported as a file: what holds code or breaks the reader is not even kept; what
 * only leads astray may be kept, as a draft may be wrong, and cannot be proposed. Each within a second of computing and 64 megabytes.
 */
@PortalTest
class HostileDraftsTest {

    /** Can be read and hold no expression that is not known; the engine would not take them. */
    private static final Set<String> HARMLESS_TEXT = Set.of("calls-itself", "id-twice");

    private static final long SECOND = 1_000_000_000L;
    private static final long MEGABYTES_64 = 64L << 20;

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    ProcessPublishing publishing;

    @Autowired
    RepositoryService repository;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void noAttackGetsIntoTheEngineByADraft() {
        logIn.as("editor");
        Draft draft = drafts.open("bidLifecycle", 1);
        long deployed = repository.createProcessDefinitionQuery().count();
        int kept = rows();
        Set<String> keptAttacks = new TreeSet<>();
        int tried = 0;
        for (Hostile hostile : HostileDefinitions.all()) {
            tried++;
            String xml = new String(hostile.bpmn(), StandardCharsets.UTF_8);
            Throwable refusal = cheaply(hostile, () -> drafts.importFile(hostile.bpmn()));
            if (refusal == null) {
                keptAttacks.add(hostile.name());
                refusedWhenProposed(hostile);
                continue;
            }
            assertThat(refusal).as(hostile.name()).isInstanceOf(NoDraft.class);
            assertThat(((NoDraft) refusal).findings()).as(hostile.name()).isNotEmpty();
            if (isText(hostile, xml)) {
                assertThat(cheaply(hostile, () -> drafts.save(draft.id(), draft.version(), xml)))
                        .as(hostile.name())
                        .isInstanceOf(NoDraft.class);
                assertThat(cheaply(hostile, () -> drafts.saveAsNew(draft.id(), xml)))
                        .as(hostile.name())
                        .isInstanceOf(NoDraft.class);
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(120);
        int keptAlready = keptAttacks.size();
        keptAttacks.removeAll(HostileDefinitions.misleading());
        assertThat(keptAttacks).isSubsetOf(HARMLESS_TEXT);
        assertThat(rows()).isEqualTo(kept + keptAlready);
        assertThat(drafts.draft(draft.id()).version()).isEqualTo(1);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(deployed);
        assertThat(System.getProperty(HostileDefinitions.CANARY)).isNull();
    }

    private void refusedWhenProposed(Hostile hostile) {
        Draft imported = drafts.drafts().stream()
                .filter(one -> one.xml().equals(new String(hostile.bpmn(), StandardCharsets.UTF_8)))
                .findFirst()
                .orElseThrow();
        assertThat(drafts.problems(imported.xml())).as(hostile.name()).isNotEmpty();
        assertThat(cheaply(hostile, () -> publishing.propose(imported.id(), imported.version(), "Better")))
                .as(hostile.name())
                .isInstanceOf(NotPublishable.class);
    }

    /** What cannot be written as text reaches the portal as a file only. */
    private static boolean isText(Hostile hostile, String xml) {
        return java.util.Arrays.equals(hostile.bpmn(), xml.getBytes(StandardCharsets.UTF_8));
    }

    private Throwable cheaply(Hostile hostile, ThrowingCallable act) {
        long memory = threads.getCurrentThreadAllocatedBytes();
        long begun = threads.getCurrentThreadCpuTime();
        Throwable refusal = catchThrowable(act);
        assertThat(threads.getCurrentThreadCpuTime() - begun).as(hostile.name()).isLessThan(SECOND);
        assertThat(threads.getCurrentThreadAllocatedBytes() - memory)
                .as(hostile.name())
                .isLessThan(MEGABYTES_64);
        return refusal;
    }

    private int rows() {
        return jdbc.sql("select count(*) from workflow_draft")
                .query(Integer.class)
                .single();
    }
}
