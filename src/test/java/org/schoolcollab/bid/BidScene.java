package org.schoolcollab.bid;

import java.util.List;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bid of one collaboration on the real database, and what the tests of its use cases ask of it. */
@PortalTest
abstract class BidScene {

    static final String HYTHE = "hythe-hub";

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidStart start;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    BidSubmission submission;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    PlanReview review;

    @Autowired
    BidQueries queries;

    @Autowired
    BidPlans plans;

    @Autowired
    CollaborationDirectory collaborations;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    CollaborationId collaboration(String slug) {
        return collaborations.findBySlug(slug).orElseThrow().id();
    }

    String status(BidId bid) {
        return jdbc.sql("select status from bid_bid where id = ?")
                .param(bid.toString())
                .query(String.class)
                .single();
    }

    long number(String sql, BidId bid) {
        return jdbc.sql(sql).param(bid.toString()).query(Long.class).single();
    }

    List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by id")
                .param(bid.toString())
                .query(String.class)
                .list();
    }

    int refusals() {
        return jdbc.sql("select count(*) from audit_record where action = 'access.refused'")
                .query(Integer.class)
                .single();
    }
}
