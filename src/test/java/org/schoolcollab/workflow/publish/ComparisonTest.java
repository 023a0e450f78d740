package org.schoolcollab.workflow.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.schoolcollab.workflow.Definitions;

/** What people read about two versions. */
class ComparisonTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);

    private final String vote = Definitions.shipped("board-vote");

    @Test
    void theSameVersionDiffersInNothing() {
        assertThat(Comparison.of(vote, vote).isEmpty()).isTrue();
        assertThat(Comparison.of(vote, vote).properties()).isEmpty();
    }

    @Test
    void saysAnAddedStepWithoutTheWaysThatItNeeded() {
        Difference difference = Comparison.of(vote, Definitions.voteWithSignOff());
        assertThat(words(difference))
                .containsExactly(
                        "Adds “Chair's sign-off” after “Is the bid decided?”, for whoever leads the board's decisions, due: 3 working days.");
        assertThat(difference.steps(Change.Kind.ADDED)).containsExactly("userTask_ChairSignOff");
        assertThat(difference.properties())
                .extracting(PropertyChange::property)
                .containsExactlyInAnyOrder("group", "deadline", "screen", "stage");
    }

    @Test
    void saysARemovedStepTheOtherWayRound() {
        assertThat(words(Comparison.of(Definitions.voteWithSignOff(), vote)))
                .containsExactly("Takes “Chair's sign-off” away, which came after “Is the bid decided?”.");
    }

    @Test
    void saysAnotherDeadlineAndAnotherName() {
        String changed = Definitions.voteWithFiveDays().replace("name=\"Count ballot\"", "name=\"Count the votes\"");
        assertThat(words(Comparison.of(vote, changed)))
                .containsExactlyInAnyOrder(
                        "“Open ballot”, deadline: 5 working days instead of 10 working days.",
                        "Renames “Count ballot” to “Count the votes”.");
    }

    @Test
    void saysAnotherCondition() {
        String changed = vote.replace("${decision == 'TIED'}", "${decision == 'TIED' || decision == 'VOID'}");
        assertThat(words(Comparison.of(vote, changed)))
                .containsExactly(
                        "“Is the bid decided?” leads to “Give casting vote” when decision is tied or decision is void, not when decision is tied.");
    }

    @Test
    void saysAnotherWay() {
        String changed = vote.replace(
                "sourceRef=\"userTask_GiveCastingVote\" targetRef=\"serviceTask_CountBallot\"",
                "sourceRef=\"userTask_GiveCastingVote\" targetRef=\"userTask_OpenBallot\"");
        assertThat(words(Comparison.of(vote, changed)))
                .containsExactlyInAnyOrder(
                        "“Give casting vote” no longer leads straight to “Count ballot”.",
                        "“Give casting vote” can lead to “Open ballot” now.");
    }

    @Test
    void countsTheBidsThatStandBeforeAndAtAChange() {
        Map<String, Integer> standing =
                Map.of("userTask_OpenBallot", 7, "userTask_CastVote", 5, "userTask_ChairSignOff", 2);
        assertThat(Comparison.of(vote, Definitions.voteWithSignOff(), standing).changes())
                .extracting(Change::bids)
                .containsExactly(14 - 2);
        assertThat(Comparison.of(Definitions.voteWithSignOff(), vote, standing).changes())
                .extracting(Change::bids)
                .containsExactly(14);
    }

    @Test
    void aBidBehindAChangeDoesNotStandBeforeIt() {
        String life = Definitions.shipped("bid-lifecycle");
        String changed = life.replace("name=\"Review plan\"", "name=\"Review the plan\"");
        Map<String, Integer> standing = Map.of("callActivity_ReportInMarch", 3, "userTask_DraftPlan", 4);
        assertThat(Comparison.of(life, changed, standing).changes())
                .extracting(Change::bids)
                .containsExactly(4);
    }

    private static List<String> words(Difference difference) {
        return difference.changes().stream()
                .map(change -> change.words()
                        .say((key, arguments) -> new MessageFormat(TEXTS.getString(key), Locale.UK).format(arguments)))
                .toList();
    }
}
