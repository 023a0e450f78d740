package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.ui.RunningView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ProcessRunsModuleTest extends SpringBrowserlessTest {

    @Autowired
    ProcessRuns runs;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    ManagementService management;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

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
    void aJobThatFailedForGoodIsListedAndTriedAgain() {
        BidId bid = lifecycle.submitted();
        Job timer = management.createTimerJobQuery().list().getFirst();
        management.moveJobToDeadLetterJob(timer.getId());
        logIn.as("admin");
        assertThat(runs.stuck()).singleElement().satisfies(stuck -> {
            assertThat(stuck.bid()).isEqualTo(bid);
            assertThat(stuck.process()).isEqualTo("Bid lifecycle");
        });
        UI.getCurrent().navigate("processes/running/bidLifecycle");
        assertThat(find(RunningView.class).single().getElement().getTextRecursively())
                .contains("Try again");
        Button again = find(Button.class).all().stream()
                .filter(button -> button.getText().equals("Try again"))
                .findFirst()
                .orElseThrow();
        test(again).click();
        assertThat(runs.stuck()).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'process.jobRetried' and bid_id = ?")
                        .param(bid.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> runs.retry(timer.getId())).isInstanceOf(NotFound.class);
    }
}
