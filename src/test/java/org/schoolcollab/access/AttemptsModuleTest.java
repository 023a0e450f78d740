package org.schoolcollab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.schoolcollab.access.World.Kind;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same as a million in memory, on a smaller sample through the whole portal: demo people get random roles and ties, one attempt is
 * made through the use case, all of it is rolled back. The oracle asks the tables in SQL of its own.
 */
@PortalTest
class AttemptsModuleTest {

    private static final int ATTEMPTS = 240;
    private static final List<Kind> KINDS = List.of(Kind.values());

    private static final List<String> PEOPLE = List.of(
            "chair.south",
            "board1.south",
            "board2.south",
            "board3.south",
            "board1.east",
            "adviser.south",
            "adviser.west",
            "finance.officer",
            "finance.approver",
            "lead.hythe-hub",
            "admin",
            "auditor");

    /** Roles and ties, each as a statement on person :p and bid :b; none moves money or the process. */
    private static final List<String> TIES = List.of(
            grant("'COLLABORATION_LEAD', 'COLLABORATION', (select collaboration_id from bid_bid where id = :b)"),
            grant("'HEADTEACHER', 'ESTABLISHMENT', (select min(m.school_id) from collaboration_member m join bid_bid b"
                    + " on b.collaboration_id = m.collaboration_id where b.id = :b and m.valid_to is null)"),
            grant("'HEADTEACHER', 'ESTABLISHMENT', (select min(id) from establishment_school)"),
            grant("'ADVISER', 'DISTRICT', (select district_code from bid_bid where id = :b)"),
            grant("'BOARD_MEMBER', 'AREA', (select area_code from bid_bid where id = :b)"),
            grant("'FINANCE_OFFICER', 'ALL', ''"),
            grant("'FINANCE_APPROVER', 'ALL', ''"),
            "update establishment_school set trust = 'One trust' where rand(:seed) < 0.3",
            """
            insert ignore into review_review (id, bid_id, revision, status, adviser_id, saved_at, decided_at)
            values (uuid(), :b, 99, 'RETURNED', :p, now(6), now(6))""",
            "update ledger_instalment i join ledger_award a on a.id = i.award_id set i.requested_by = :p where a.bid_id = :b"
                    + " and i.status = 'REQUESTED'");

    @Autowired
    BidFixtures fixtures;

    @Autowired
    PlanReview review;

    @Autowired
    Voting voting;

    @Autowired
    BudgetRelease release;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private static String grant(String what) {
        return "insert ignore into security_role_grant (id, person_id, role, scope_type, scope_key, granted_at) select uuid(), :p, "
                + what + ", now(6)";
    }

    @Test
    void theWholePortalAllowsWhatTheOracleAllowsAndNothingElse() {
        Map<Kind, BidId> bids = new EnumMap<>(Kind.class);
        bids.put(Kind.REVIEW, fixtures.unassignedBid("hythe-hub"));
        bids.put(Kind.VOTE, fixtures.ballotOpen("deal-learning-alliance"));
        bids.put(Kind.REQUEST, fixtures.awardedBid("sandwich-primary-consortium"));
        BidId requested = fixtures.awardedBid("ashford-rural-schools-hub");
        logIn.run("finance.officer", () -> release.request(requested, 1));
        bids.put(Kind.APPROVE, requested);

        long seed = Long.getLong("portal.seed", System.nanoTime());
        System.out.println("attempts on the portal with seed " + seed);
        Random random = new Random(seed);
        Map<Kind, Integer> allowed = new EnumMap<>(Kind.class);
        for (int n = 0; n < ATTEMPTS; n++) {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            BidId bid = java.util.Objects.requireNonNull(bids.get(kind));
            String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            StringBuilder story = new StringBuilder("seed " + seed + ", " + kind + " by " + person);
            boolean[] outcome = java.util.Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                String id = jdbc.sql("select id from security_person where username = ?")
                        .param(person)
                        .query(String.class)
                        .single();
                for (int ties = random.nextInt(4); ties > 0; ties--) {
                    String tie = TIES.get(random.nextInt(TIES.size()));
                    story.append("\n").append(tie);
                    jdbc.sql(tie)
                            .param("p", id)
                            .param("b", bid.toString())
                            .param("seed", random.nextInt(1_000))
                            .update();
                }
                return new boolean[] {oracle(kind, id, bid), isTaken(kind, person, bid)};
            }));
            assertThat(outcome[1]).as(story.toString()).isEqualTo(outcome[0]);
            if (outcome[1]) {
                allowed.merge(kind, 1, Integer::sum);
            }
        }
        System.out.println("allowed: " + allowed);
        assertThat(allowed).containsOnlyKeys(Kind.values());
    }

    private boolean isTaken(Kind kind, String person, BidId bid) {
        try {
            logIn.run(person, () -> {
                switch (kind) {
                    case REVIEW -> review.saveDraft(bid, BidFixtures.completeReview(Money.parse("21000")));
                    case VOTE -> voting.cast(bid, VoteChoice.ABSTAIN, "");
                    case REQUEST -> release.request(bid, 1);
                    case APPROVE -> release.approve(bid, 1);
                }
            });
            return true;
        } catch (BusinessRuleViolation | AccessDeniedException refused) {
            return false;
        }
    }

    /** The rules of the domain as one query for each kind. */
    private boolean oracle(Kind kind, String person, BidId bid) {
        String leadsOrHeads = """
                exists (select 1 from security_role_grant g where g.person_id = %1$s and (
                    g.role = 'COLLABORATION_LEAD' and g.scope_key = b.collaboration_id
                    or g.role = 'HEADTEACHER' and exists (select 1 from collaboration_member m
                        where m.collaboration_id = b.collaboration_id and m.school_id = g.scope_key and m.valid_to is null)))""";
        String trust = """
                exists (select 1 from security_role_grant g join establishment_school mine on mine.id = g.scope_key
                    join establishment_school theirs on theirs.trust = mine.trust
                    join collaboration_member m on m.school_id = theirs.id and m.valid_to is null
                    where g.person_id = :p and g.role = 'HEADTEACHER' and m.collaboration_id = b.collaboration_id)""";
        String reviewed =
                "exists (select 1 from review_review v where v.bid_id = b.id and v.adviser_id = %1$s and v.status <> 'DRAFT')";
        String voted = """
                exists (select 1 from board_ballot t left join board_vote v on v.ballot_id = t.id and v.person_id = %1$s
                    where t.bid_id = b.id and (v.id is not null or t.opened_by = %1$s or t.casting_by = %1$s))""";
        String apart = "not " + leadsOrHeads + " and not " + reviewed + " and not " + voted;
        String requester = "(select i.requested_by from ledger_instalment i join ledger_award a on a.id = i.award_id"
                + " where a.bid_id = b.id and i.number = 1)";
        String rule = switch (kind) {
            case REVIEW ->
                holds("ADVISER", "DISTRICT", "b.district_code") + " and not " + leadsOrHeads + " and not " + trust
                        + " and not " + voted;
            case VOTE ->
                "(" + holds("BOARD_MEMBER", "AREA", "b.area_code") + " or "
                        + holds("BOARD_CHAIR", "AREA", "b.area_code")
                        + ") and not " + leadsOrHeads + " and not " + trust + " and not " + reviewed
                        + " and exists (select 1 from board_ballot t join board_ballot_member w on w.ballot_id = t.id"
                        + " where t.bid_id = b.id and w.person_id = :p and w.interest is null)";
            case REQUEST -> holds("FINANCE_OFFICER", "ALL", "''") + " and " + apart;
            case APPROVE ->
                holds("FINANCE_APPROVER", "ALL", "''") + " and " + apart + " and :p <> " + requester + " and "
                        + apart.formatted(requester);
        };
        return jdbc.sql("select count(*) from bid_bid b where b.id = :b and " + rule.formatted(":p"))
                        .param("p", person)
                        .param("b", bid.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String holds(String role, String type, String key) {
        return "exists (select 1 from security_role_grant g where g.person_id = :p and g.role = '" + role
                + "' and (g.scope_type = 'ALL' or g.scope_type = '" + type + "' and g.scope_key = " + key + "))";
    }
}
