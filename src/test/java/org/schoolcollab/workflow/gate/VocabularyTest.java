package org.schoolcollab.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flowable.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.schoolcollab.board.BallotCount;
import org.schoolcollab.workflow.delegate.Delegate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What the gate takes for known is what the portal really has, all of it. */
class VocabularyTest {

    @Test
    void delegatesAreThoseThatTheEngineCanCall() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Delegate.class));
        var found = new java.util.TreeSet<String>();
        for (var candidate : scanner.findCandidateComponents("org.schoolcollab.workflow.delegate")) {
            Class<?> type = Class.forName(String.valueOf(candidate.getBeanClassName()));
            if (JavaDelegate.class.isAssignableFrom(type)) {
                found.add(java.beans.Introspector.decapitalize(type.getSimpleName()));
            }
        }
        assertThat(Vocabulary.DELEGATES).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void screensAreRoutesOfABid() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        Set<String> routes = scanner.findCandidateComponents("org.schoolcollab").stream()
                .map(candidate -> route(String.valueOf(candidate.getBeanClassName())))
                .collect(Collectors.toSet());
        assertThat(Vocabulary.SCREENS.keySet())
                .allSatisfy(screen -> assertThat(routes).contains("bids/:bidId/" + screen));
    }

    @Test
    void aProcessIsToldWhatTheOneThatCallsItHandsOver() {
        String life = HostileDefinitions.shipped("bid-lifecycle");
        Matcher call = Pattern.compile("calledElement=\"(\\w+)\".*?</callActivity>", Pattern.DOTALL)
                .matcher(life);
        Set<String> called = new HashSet<>();
        while (call.find()) {
            Set<String> handed = Pattern.compile("<flowable:in [^>]*target=\"(\\w+)\"")
                    .matcher(call.group())
                    .results()
                    .map(in -> in.group(1))
                    .collect(Collectors.toSet());
            called.add(call.group(1));
            // Of the vote it is the board that tells, when a ballot is opened.
            assertThat(call.group(1).equals("boardVote") ? Set.of() : Vocabulary.toldTo(call.group(1)))
                    .as(call.group(1))
                    .isEqualTo(handed);
        }
        assertThat(called).containsExactlyInAnyOrder("boardVote", "budgetRelease", "marchReport", "octoberReport");
    }

    private static String route(String type) {
        try {
            return Class.forName(type).getAnnotation(Route.class).value();
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void aBoardDecidesWhatACountCanSay() {
        assertThat(Decision.BOARD.outcomes())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BallotCount.Outcome.values())
                        .filter(outcome -> outcome != BallotCount.Outcome.OPEN)
                        .map(Enum::name)
                        .toList());
        assertThat(Decision.BOARD.outcomes()).containsAll(Decision.UNSETTLED);
    }

    @Test
    void whatIsLeftOfAnOldDecisionMayBeAnyWord() {
        assertThat(Decision.NONE.outcomes()).containsAll(Vocabulary.DECISIONS).contains("");
    }

    @Test
    void everyShippedDefinitionUsesTheScreensThatThereAre() {
        String all = String.join(
                "",
                HostileDefinitions.shipped("bid-lifecycle"),
                HostileDefinitions.shipped("board-vote"),
                HostileDefinitions.shipped("budget-release"),
                HostileDefinitions.shipped("march-report"),
                HostileDefinitions.shipped("october-report"),
                HostileDefinitions.shipped("school-consent"));
        assertThat(Vocabulary.SCREENS.keySet())
                .filteredOn(screen -> !screen.equals(Vocabulary.SIGN_OFF))
                .allSatisfy(screen -> assertThat(all).contains("flowable:formKey=\"" + screen + "\""));
    }
}
