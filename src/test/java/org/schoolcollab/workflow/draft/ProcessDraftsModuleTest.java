package org.schoolcollab.workflow.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.gate.HostileDefinitions;
import org.schoolcollab.workflow.gate.ProcessGate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class ProcessDraftsModuleTest {

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    DeployedDefinitions definitions;

    @Autowired
    LogIn logIn;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Draft draft;

    @BeforeEach
    void opened() {
        transaction.executeWithoutResult(status -> people.add(
                "editor.second",
                "Second editor",
                null,
                "-",
                true,
                List.of(new RoleGrant(Role.PROCESS_EDITOR, Scope.all()))));
        logIn.as("editor");
        draft = drafts.open("boardVote", 1);
    }

    @Test
    void aDraftIsOpenedFromAVersionAndTouchesNothingPublished() {
        Draft saved = drafts.save(draft.id(), 1, Definitions.voteWithFiveDays());
        assertThat(saved.version()).isEqualTo(2);
        assertThat(drafts.draft(draft.id()).xml()).isEqualTo(Definitions.voteWithFiveDays());
        assertThat(drafts.draft(draft.id()).basedOn()).isEqualTo(1);
        assertThat(definitions.versions("boardVote")).hasSize(1);
        assertThat(drafts.drafts()).extracting(Draft::id).containsExactly(draft.id());
    }

    @Test
    void everySaveIsRecordedWithTheHashBeforeAndAfter() {
        drafts.save(draft.id(), 1, Definitions.voteWithFiveDays());
        String details = jdbc.sql("select details from audit_record where action = 'process.draftSaved'")
                .query(String.class)
                .single();
        assertThat(details)
                .contains(DeployedDefinitions.hash(Definitions.shipped("board-vote")))
                .contains(DeployedDefinitions.hash(Definitions.voteWithFiveDays()));
    }

    @Test
    void savingTheSameAgainIsNoSave() {
        Draft saved = drafts.save(draft.id(), 1, Definitions.voteWithFiveDays());
        assertThat(drafts.save(draft.id(), 1, Definitions.voteWithFiveDays())).isEqualTo(saved);
    }

    @Test
    void whoSavesOnAnOldVersionIsGivenTheirsAndCanOverwriteKeepOrDiscard() {
        logIn.as("editor.second");
        String theirs = Definitions.voteWithFiveDays();
        drafts.save(draft.id(), 1, theirs);
        logIn.as("editor");
        String mine = Definitions.shipped("board-vote").replace("Count ballot", "Count votes");
        assertThatThrownBy(() -> drafts.save(draft.id(), 1, mine))
                .isInstanceOfSatisfying(DraftConflict.class, conflict -> {
                    assertThat(conflict.theirs().xml()).isEqualTo(theirs);
                    assertThat(conflict.theirs().savedByName()).isEqualTo("Second editor");
                });
        Draft own = drafts.saveAsNew(draft.id(), mine);
        assertThat(own.id()).isNotEqualTo(draft.id());
        assertThat(drafts.draft(draft.id()).xml()).isEqualTo(theirs);
        assertThat(drafts.save(draft.id(), 2, mine).version()).isEqualTo(3);
        assertThatThrownBy(() -> drafts.discard(draft.id(), 2)).isInstanceOf(DraftConflict.class);
        drafts.discard(draft.id(), 3);
        assertThat(drafts.draft(draft.id()).status()).isEqualTo(Draft.Status.DISCARDED);
        assertThatThrownBy(() -> drafts.save(draft.id(), 3, theirs)).isInstanceOf(DraftNotOpen.class);
    }

    @Test
    void aDraftMayBeIncompleteAndItsProblemsAreNamed() {
        String without = Definitions.shipped("board-vote").replace(" flowable:formKey=\"ballot\"", "");
        drafts.save(draft.id(), 1, without);
        assertThat(drafts.problems(without))
                .isNotEmpty()
                .allMatch(finding -> finding.reason().startsWith("gate."));
        assertThat(drafts.problems(Definitions.voteWithFiveDays())).isEmpty();
    }

    @Test
    void aDraftStaysOfItsProcess() {
        assertThatThrownBy(() -> drafts.save(draft.id(), 1, Definitions.shipped("march-report")))
                .isInstanceOf(AnotherProcess.class);
        assertThatThrownBy(() -> drafts.saveAsNew(draft.id(), Definitions.shipped("march-report")))
                .isInstanceOf(AnotherProcess.class);
    }

    @Test
    void aFileIsImportedAndExportedByteForByte() {
        byte[] file = Definitions.voteWithFiveDays().getBytes(StandardCharsets.UTF_8);
        Draft imported = drafts.importFile(file);
        assertThat(imported.basedOn()).isEqualTo(1);
        assertThat(drafts.exportFile(imported.id()).xml()).isEqualTo(Definitions.voteWithFiveDays());
        assertThat(drafts.exportFile(imported.id()).name()).isEqualTo("boardVote-draft-1.bpmn");
        assertThatThrownBy(() -> drafts.importFile(new byte[ProcessGate.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        NoDraft.class,
                        refused -> assertThat(refused.findings().getFirst().reason())
                                .isEqualTo("gate.tooLarge"));
    }

    /** What lacks something or leads past the board may be kept and is refused at publishing; what could run something may not. */
    @Test
    void nothingThatCouldRunForeignCodeIsKeptEvenAsADraft() {
        Set<String> kept = new java.util.TreeSet<>();
        for (HostileDefinitions.Hostile hostile : HostileDefinitions.all()) {
            try {
                Draft taken = drafts.importFile(hostile.bpmn());
                kept.add(hostile.name());
                assertThat(drafts.problems(taken.xml())).as(hostile.name()).isNotEmpty();
                assertThat(taken.xml()).doesNotContain("getClass").doesNotContain("getEngineServices");
            } catch (NoDraft refused) {
                assertThat(refused.findings()).isNotEmpty();
            }
        }
        // Kept are drawings that lead astray: nothing in them can run.
        assertThat(kept)
                .contains("commit-without-board", "flow-nowhere", "no-deadline")
                .noneMatch(
                        name -> name.matches("(name|group|due|condition)-[0-9]+|.*script.*|.*listener.*|cdata|timer"));
        assertThat(System.getProperty(HostileDefinitions.CANARY)).isNull();
    }
}
