package org.schoolcollab.workflow.move;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of moves between versions share. */
@PortalTest
abstract class BidMoveScenes {

    @Autowired
    BidMoves moves;

    @Autowired
    MoveRun run;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    List<Trial> tried(MovePlan plan) {
        return moves.bids(plan).stream()
                .map(instance -> moves.tryOne(plan, instance))
                .toList();
    }

    MoveReport moveAll(String key) {
        logIn.as("admin");
        return move(moves.plan(key, 1, 2));
    }

    MoveReport move(MovePlan plan) {
        logIn.as("admin");
        MoveId id = moves.begin(plan, "As published");
        run.take(id);
        return moves.report(id);
    }

    void deploy(String key, String xml) {
        repository
                .createDeployment()
                .addBytes(key + ".bpmn", xml.getBytes(StandardCharsets.UTF_8))
                .deploy();
    }

    int version(BidId bid, String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(bid.toString())
                .processDefinitionKey(key)
                .singleResult()
                .getProcessDefinitionVersion();
    }
}
