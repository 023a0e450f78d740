package org.schoolcollab.workflow.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.audit.AuditVerification;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.DraftNotOpen;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class ProcessPublishingModuleTest {

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    ProcessPublishing publishing;

    @Autowired
    ProcessVersions versions;

    @Autowired
    DeployedDefinitions definitions;

    @Autowired
    AuditVerification verification;

    @Autowired
    Lifecycle lifecycle;

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
    void aDraftWithAnotherDeadline() {
        transaction.executeWithoutResult(status -> people.add(
                "both.sides",
                "Both sides",
                null,
                "-",
                true,
                List.of(
                        new RoleGrant(Role.PROCESS_EDITOR, Scope.all()),
                        new RoleGrant(Role.PROCESS_PUBLISHER, Scope.all()))));
        logIn.as("editor");
        draft = drafts.save(drafts.open("boardVote", 1).id(), 1, Definitions.voteWithFiveDays());
    }

    @Test
    void anotherPersonPublishesAndNewBidsTakeIt() {
        draft = publishing.propose(draft.id(), draft.version(), "Boards decide sooner");
        assertThatThrownBy(() -> drafts.save(draft.id(), draft.version(), Definitions.shipped("board-vote")))
                .isInstanceOf(DraftNotOpen.class);
        logIn.as("publisher");
        publishing.publish(draft.id(), draft.version(), 1);
        List<ProcessVersions.Entry> history = versions.of("boardVote");
        assertThat(history).extracting(entry -> entry.version().number()).containsExactly(2, 1);
        Publication made = java.util.Objects.requireNonNull(history.getFirst().publication());
        assertThat(made.comment()).isEqualTo("Boards decide sooner");
        assertThat(made.editedBy()).isNotEqualTo(made.publishedBy());
        assertThat(made.hash())
                .isEqualTo(history.getFirst().hash())
                .isEqualTo(DeployedDefinitions.hash(Definitions.voteWithFiveDays()));
        assertThat(history.getLast().publication()).isNull();
        assertThat(drafts.draft(draft.id()).status()).isEqualTo(Draft.Status.PUBLISHED);
        // The other processes stay as they are.
        assertThat(definitions.versions("bidLifecycle")).hasSize(1);
        var bid = lifecycle.recommended();
        assertThat(jdbc.sql("select due_at from inbox_work_item where bid_id = ? and task_key = 'userTask_OpenBallot'")
                        .param(bid.toString())
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isBefore(java.time.Instant.parse("2014-06-24T00:00:00Z"));
    }

    @Test
    void thePublicationIsSealedAndCannotBeChanged() {
        publish();
        logIn.as("auditor");
        assertThat(verification.verify().firstBreak()).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("update workflow_publication set comment = 'x'")
                        .update())
                .rootCause()
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> jdbc.sql("delete from workflow_publication").update())
                .rootCause()
                .hasMessageContaining("denied");
    }

    @Test
    void whoHadAHandInADraftCannotPublishIt() {
        logIn.as("both.sides");
        draft = drafts.save(draft.id(), 2, Definitions.voteWithFiveDays().replace("Count ballot", "Count votes"));
        logIn.as("editor");
        draft = publishing.propose(draft.id(), draft.version(), "Sooner");
        logIn.as("both.sides");
        assertThatThrownBy(() -> publishing.publish(draft.id(), draft.version(), 1))
                .isInstanceOf(PublishingRefused.class)
                .hasMessageContaining("ownWork");
        assertThat(definitions.versions("boardVote")).hasSize(1);
    }

    @Test
    void whatTheGateRefusesIsNeitherProposedNorPublished() {
        String broken = Definitions.shipped("board-vote").replace("${countBallot}", "${remindPeople}");
        draft = drafts.save(draft.id(), 2, broken);
        assertThatThrownBy(() -> publishing.propose(draft.id(), 3, "No count"))
                .isInstanceOfSatisfying(
                        NotPublishable.class,
                        refused -> assertThat(refused.findings()).isNotEmpty());
        // Even if the proposal got into the table some other way.
        jdbc.sql(
                        "update workflow_draft set status = 'PROPOSED', comment = 'x', proposed_by = saved_by, proposed_at = saved_at")
                .update();
        logIn.as("publisher");
        assertThatThrownBy(() -> publishing.publish(draft.id(), 3, 1)).isInstanceOf(NotPublishable.class);
    }

    @Test
    void aDraftIsJudgedBesideWhatIsDeployedNotBesideWhatIsShipped() {
        publish();
        // bidLifecycle calls boardVote as it is deployed now; a lifecycle that calls an unknown process is refused.
        logIn.as("editor");
        String life =
                Definitions.shipped("bid-lifecycle").replace("calledElement=\"boardVote\"", "calledElement=\"other\"");
        assertThat(drafts.problems(life)).anyMatch(finding -> finding.reason().equals("gate.calledUnknown"));
    }

    @Test
    void theSameAgainIsNotPublished() {
        Draft same = drafts.open("boardVote", 1);
        assertThatThrownBy(() -> publishing.propose(same.id(), 1, "Nothing"))
                .isInstanceOf(PublishingRefused.class)
                .hasMessageContaining("nothingChanged");
    }

    @Test
    void whatWasLookedAtIsWhatIsPublished() {
        assertThatThrownBy(() -> publishing.propose(draft.id(), 1, "Old"))
                .isInstanceOf(PublishingRefused.class)
                .hasMessageContaining("draftChanged");
        Draft other = drafts.save(
                drafts.open("boardVote", 1).id(),
                1,
                Definitions.shipped("board-vote").replace("Count ballot", "Count"));
        other = publishing.propose(other.id(), other.version(), "Words");
        publish();
        Draft late = other;
        assertThatThrownBy(() -> publishing.publish(late.id(), late.version(), 1))
                .isInstanceOf(PublishingRefused.class)
                .hasMessageContaining("newerVersion");
        publishing.publish(late.id(), late.version(), 2);
        assertThat(definitions.versions("boardVote")).hasSize(3);
    }

    @Test
    void aProposalCanBeTakenBackOrSentBackWithAReason() {
        draft = publishing.propose(draft.id(), draft.version(), "Sooner");
        publishing.takeBack(draft.id());
        assertThat(drafts.draft(draft.id()).status()).isEqualTo(Draft.Status.OPEN);
        publishing.propose(draft.id(), draft.version(), "Sooner");
        logIn.as("publisher");
        publishing.sendBack(draft.id(), "Ask the chairs first");
        assertThat(drafts.draft(draft.id()).sentBack()).isEqualTo("Ask the chairs first");
        assertThatThrownBy(() -> publishing.publish(draft.id(), draft.version(), 1))
                .isInstanceOf(PublishingRefused.class)
                .hasMessageContaining("notProposed");
    }

    @Test
    void goingBackPublishesTheOldVersionAnew() {
        publish();
        logIn.as("editor");
        Draft back = publishing.rollBack("boardVote", 1, "The chairs want their ten days");
        assertThat(back.rollsBack()).isTrue();
        logIn.as("publisher");
        publishing.publish(back.id(), back.version(), 2);
        List<ProcessVersions.Entry> history = versions.of("boardVote");
        assertThat(history).extracting(ProcessVersions.Entry::hash).hasSize(3);
        assertThat(history.getFirst().hash()).isEqualTo(history.getLast().hash());
        assertThat(java.util.Objects.requireNonNull(history.getFirst().publication())
                        .rollsBack())
                .isTrue();
        assertThat(versions.difference("boardVote", 1, 3).isEmpty()).isTrue();
    }

    @Test
    void theDifferenceSaysHowManyBidsStandBeforeIt() {
        lifecycle.recommended();
        logIn.as("publisher");
        Difference difference = versions.difference(draft.id());
        assertThat(difference.changes()).extracting(Change::bids).containsExactly(1);
    }

    private void publish() {
        draft = publishing.propose(draft.id(), draft.version(), "Boards decide sooner");
        logIn.as("publisher");
        publishing.publish(draft.id(), draft.version(), 1);
    }
}
