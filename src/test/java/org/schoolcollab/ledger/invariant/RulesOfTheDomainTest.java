package org.schoolcollab.ledger.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules of the domain about money, asked of the database, and for each an act past the application and past the database's own
 * checks that only its question notices.
 */
@PortalTest
class RulesOfTheDomainTest {

    private static final String RELEASE = """
            insert into ledger_release (id, instalment_id, amount_pence, payee_school_id, payee_name, payee_kind, attempt,
              previous_attempt, reference, requested_by, requested_at, approved_by, approved_at, entry_id, idempotency_key)
            select uuid(), %s, 1, payee_school_id, 'x', 'ACADEMY', %s, 'x', requested_by, requested_at, %s, approved_at,
              (select id from ledger_entry where kind = 'COMMITTED'), 'x' from ledger_release""";

    private static final String IN_A_FILE = "insert into ledger_export_line (export_number, line, release_id)"
            + " select 1, attempt, id from ledger_release where attempt = %s";

    /** What the database refuses by a trigger of its own, which no session can switch off. */
    private static final Map<Rule, String> TRIGGERS =
            Map.of(Rule.A_SCHOOL_IS_PAID_ONCE, "ledger_export_line_paid_once");

    /** A rule: what is found where it is broken, and how the test breaks it. */
    enum Rule {
        AN_AWARD_NEEDS_THE_BOARDS_APPROVAL("""
                select a.id from ledger_award a
                where not exists (select 1 from board_decision d where d.bid_id = a.bid_id and d.outcome = 'APPROVED')""", """
                insert into ledger_award (id, bid_id, envelope_id, agreed_pence, committed_pence, status, committed_at)
                select uuid(), b.id, e.id, 1, 1, 'COMMITTED', now(6) from bid_bid b join ledger_envelope e
                where b.status = 'REFUSED'""", "update bid_bid set status = 'AWARDED' where status = 'REFUSED'"),
        AWARDS_NEVER_EXCEED_THE_ENVELOPE("""
                select e.id from ledger_envelope e join ledger_award a on a.envelope_id = e.id group by e.id, e.given_pence
                having sum(a.agreed_pence - a.returned_pence - a.clawed_back_pence) > e.given_pence""", "update ledger_award set agreed_pence = 40000001"),
        RELEASES_NEVER_EXCEED_THE_AWARD("""
                select a.id from ledger_award a join ledger_instalment i on i.award_id = a.id
                  join ledger_release r on r.instalment_id = i.id left join ledger_reversal v on v.release_id = r.id
                where v.release_id is null group by a.id, a.agreed_pence having sum(r.amount_pence) > a.agreed_pence""", "update ledger_award set agreed_pence = 1259999"),
        REQUESTER_AND_APPROVER_ARE_TWO(
                "select id from ledger_release where requested_by = approved_by",
                RELEASE.formatted("(select id from ledger_instalment where number = 2)", "1, null", "requested_by")),
        A_PAYMENT_IS_MADE_ONCE("""
                select r.instalment_id from ledger_release r left join ledger_reversal v on v.release_id = r.id
                where v.release_id is null group by r.instalment_id, r.payee_school_id having count(*) > 1""", RELEASE.formatted("instalment_id", "2, 1", "approved_by")),
        A_SCHOOL_IS_PAID_ONCE(
                """
                select r.instalment_id from ledger_release r join ledger_export_line x on x.release_id = r.id
                  left join ledger_paid_status f on f.release_id = r.id and f.status = 'FAILED'
                  left join ledger_paid_status p on p.release_id = r.id and p.status = 'PAID'
                where f.release_id is null or (p.paid_on, p.file_number, p.line) > (f.paid_on, f.file_number, f.line)
                group by r.instalment_id, r.payee_school_id having count(*) > 1""",
                IN_A_FILE.formatted(1),
                """
                insert into ledger_reversal (release_id, instalment_id, payee_school_id, attempt, amount_pence, reason, requested_by,
                  requested_at, approved_by, approved_at, entry_id)
                select id, instalment_id, payee_school_id, attempt, amount_pence, 'x', requested_by, requested_at, approved_by,
                  approved_at, (select id from ledger_entry where kind = 'COMMITTED') from ledger_release""",
                RELEASE.formatted("instalment_id", "2, 1", "approved_by"),
                IN_A_FILE.formatted(2)),
        WHO_VOTES_RELEASES_NOTHING("""
                select r.id from ledger_release r join ledger_instalment i on i.id = r.instalment_id
                  join ledger_award a on a.id = i.award_id join board_ballot b on b.bid_id = a.bid_id
                  join board_vote w on w.ballot_id = b.id and w.person_id in (r.requested_by, r.approved_by)""", """
                insert into board_vote (id, ballot_id, person_id, choice, reason, cast_at)
                select uuid(), b.id, r.approved_by, 'APPROVE', '', now(6) from ledger_release r
                  join ledger_instalment i on i.id = r.instalment_id join ledger_award a on a.id = i.award_id
                  join board_ballot b on b.bid_id = a.bid_id"""),
        EVERY_ENTRY_MOVES_SOMETHING("""
                select e.id from ledger_entry e where not exists (select 1 from ledger_posting p where p.entry_id = e.id)""", """
                insert into ledger_entry (id, envelope_id, sequence, kind, at, idempotency_key, prev_hash, hash)
                select uuid(), id, entries + 1, 'ADDED', now(6), 'x', head_hash, head_hash from ledger_envelope"""),
        BALANCES_ARE_THE_JOURNALS(
                """
                select l.id from ledger_envelope l join ledger_entry e on e.envelope_id = l.id
                  join ledger_posting p on p.entry_id = e.id group by l.id, l.available_pence
                having sum(if(p.credit_account = 'AVAILABLE', p.pence, 0) - if(p.debit_account = 'AVAILABLE', p.pence, 0))
                  <> l.available_pence""", "update ledger_envelope set available_pence = available_pence - 1, held_pence = held_pence + 1"),
        THE_SECOND_INSTALMENT_WAITS_FOR_THE_REPORT(
                """
                select i.id from ledger_instalment i join ledger_award a on a.id = i.award_id
                  left join outcome_march_report m on m.bid_id = a.bid_id and m.status = 'ACCEPTED'
                where i.due_condition = 'AFTER_MARCH_REPORT' and i.status in ('READY', 'REQUESTED', 'RELEASED') and m.bid_id is null""", "update ledger_instalment set condition_met = true, status = 'READY' where number = 2"),
        DECISION_AND_MONEY_ARE_ONE("""
                select b.id from bid_bid b left join ledger_award a on a.bid_id = b.id
                where (b.status in ('AWARDED', 'IN_DELIVERY', 'CLOSED')) <> (a.id is not null and a.status <> 'RETURNED')""", "update bid_bid set status = 'BEFORE_BOARD' where status = 'IN_DELIVERY'");

        private final String broken;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> acts;

        Rule(String broken, String... acts) {
            this.broken = broken;
            this.acts = List.of(acts);
        }
    }

    @Autowired
    BidFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void oneBidPaidAndOneRefused() {
        fixtures.refusedBid("deal-learning-alliance");
        fixtures.releasedBid("hythe-hub");
        assertThat(broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void anActPastTheRuleIsNoticedByItsOwnQuestionAlone(Rule rule) throws Exception {
        assertThatTheDatabaseRefuses(rule);

        pastTheChecks(rule);

        assertThat(broken()).containsExactly(rule);
    }

    /** Where the database has a check of its own for the rule, it refuses the act even from the schema's owner. */
    private void assertThatTheDatabaseRefuses(Rule rule) throws SQLException {
        List<Rule> checked = List.of(
                Rule.AWARDS_NEVER_EXCEED_THE_ENVELOPE,
                Rule.RELEASES_NEVER_EXCEED_THE_AWARD,
                Rule.REQUESTER_AND_APPROVER_ARE_TWO,
                Rule.A_PAYMENT_IS_MADE_ONCE);
        if (!checked.contains(rule)) {
            return;
        }
        try (Connection owner = TestDatabase.instance().owner();
                Statement sql = owner.createStatement()) {
            assertThatThrownBy(() -> sql.executeUpdate(rule.acts.getFirst())).isInstanceOf(SQLException.class);
        }
    }

    private void pastTheChecks(Rule rule) throws SQLException {
        try (Connection owner = TestDatabase.instance().owner();
                Statement sql = owner.createStatement()) {
            sql.execute("set check_constraint_checks = 0");
            sql.execute("set foreign_key_checks = 0");
            for (String act : rule.acts.subList(0, rule.acts.size() - 1)) {
                assertThat(sql.executeUpdate(act)).isPositive();
            }
            String trigger = TRIGGERS.get(rule);
            if (trigger == null) {
                assertThat(sql.executeUpdate(rule.acts.getLast())).isPositive();
            } else {
                assertThatThrownBy(() -> sql.executeUpdate(rule.acts.getLast())).isInstanceOf(SQLException.class);
                withoutTheTrigger(sql, trigger, rule.acts.getLast());
            }
        }
    }

    private static void withoutTheTrigger(Statement sql, String trigger, String act) throws SQLException {
        String create;
        try (ResultSet row = sql.executeQuery("show create trigger " + trigger)) {
            assertThat(row.next()).isTrue();
            create = row.getString("SQL Original Statement");
        }
        sql.execute("drop trigger " + trigger);
        try {
            assertThat(sql.executeUpdate(act)).isPositive();
        } finally {
            sql.execute(create);
        }
    }

    private List<Rule> broken() {
        return Arrays.stream(Rule.values())
                .filter(rule ->
                        !jdbc.sql(rule.broken).query(String.class).list().isEmpty())
                .toList();
    }
}
