package org.schoolcollab.workflow.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flowable.engine.RepositoryService;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.running.BidTokens.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of processes under way share. */
@PortalTest
abstract class RunningScenes {

    @Autowired
    BidTokens tokens;

    @Autowired
    PuttingRight puttingRight;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    RepositoryService repository;

    @Autowired
    Jobs jobs;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    Place place(BidId bid, String step) {
        return logIn.as("admin", () -> tokens.places(bid)).stream()
                .filter(place -> place.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    void refused(String person, ThrowingCallable act, String key) {
        logIn.as(person);
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    void deploy(String key, Definition definition) {
        repository
                .createDeployment()
                .addBytes(key + ".bpmn", definition.xml().getBytes(StandardCharsets.UTF_8))
                .deploy();
    }

    void agrees() {
        assertThat(logIn.as("auditor", reconciliation::differences)).isEmpty();
    }

    int reminded(BidId bid) {
        return jdbc.sql("select count(*) from inbox_work_item where bid_id = ? and reminded_at is not null")
                .param(bid.toString())
                .query(Integer.class)
                .single();
    }

    String details(BidId bid, String action) {
        return jdbc.sql("select details from audit_record where bid_id = ? and action = ?")
                .params(bid.toString(), action)
                .query(String.class)
                .single();
    }
}
