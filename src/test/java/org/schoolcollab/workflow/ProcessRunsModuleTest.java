package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ProcessRunsModuleTest {

    @Autowired
    ProcessRuns runs;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Test
    void saysHowLongStepsTook() {
        BidId bid = lifecycle.drafted();
        clock.advance(Duration.ofDays(3));
        lifecycle.submit(bid);
        logIn.as("auditor");
        assertThat(runs.durations("bidLifecycle", 1)).singleElement().satisfies(time -> {
            assertThat(time.name()).isEqualTo("Draft plan");
            assertThat(time.times()).isEqualTo(1);
            assertThat(time.median()).isEqualTo(Duration.ofDays(3));
        });
    }

    @Test
    void halfAndNineOfTen() {
        List<Long> ten = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(ProcessRuns.at(ten, 50)).isEqualTo(Duration.ofMillis(5));
        assertThat(ProcessRuns.at(ten, 90)).isEqualTo(Duration.ofMillis(9));
        assertThat(ProcessRuns.at(List.of(7L), 50)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void saysWhichBidsAreUnderWayAndWhere() {
        BidId bid = lifecycle.recommended();
        logIn.as("auditor");
        assertThat(runs.underWay("bidLifecycle", 1)).singleElement().satisfies(under -> {
            assertThat(under.bid()).isEqualTo(bid);
            assertThat(under.collaborationName()).isEqualTo("Deal Learning Alliance");
            assertThat(under.steps()).containsExactly("Decide bid");
            assertThat(under.paused()).isFalse();
        });
        assertThat(runs.underWay("boardVote", 1))
                .singleElement()
                .satisfies(under -> assertThat(under.steps()).containsExactly("Open ballot"));
        assertThat(runs.underWay("marchReport", 1)).isEmpty();
    }
}
