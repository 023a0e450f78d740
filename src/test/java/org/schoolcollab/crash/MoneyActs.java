package org.schoolcollab.crash;

import java.sql.Connection;
import java.util.List;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.payment.PaymentExport;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.Statements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The acts on money that are broken off, each on a bid of its own. */
@Component
public class MoneyActs {

    public enum Act {
        COMMIT,
        REQUEST,
        APPROVE,
        EXPORT
    }

    /**
     * An act that is next.
     *
     * @param person user name of who does it
     * @param seen what an export was looked at as; empty for other acts
     */
    public record Next(Act act, BidId bid, String person, String seen) {}

    private final BidFixtures fixtures;
    private final Voting voting;
    private final BudgetRelease release;
    private final PaymentExport exports;
    private final LogIn logIn;
    private final JdbcClient jdbc;

    MoneyActs(
            BidFixtures fixtures,
            Voting voting,
            BudgetRelease release,
            PaymentExport exports,
            LogIn logIn,
            JdbcClient jdbc) {
        this.fixtures = fixtures;
        this.voting = voting;
        this.release = release;
        this.exports = exports;
        this.logIn = logIn;
        this.jdbc = jdbc;
    }

    /** Brings a bid to where the act is next. */
    public Next prepare(Act act) {
        return switch (act) {
            case COMMIT -> decidedByTheNextVote(21_000);
            case REQUEST -> new Next(act, fixtures.awardedBid("hythe-hub"), "finance.officer", "");
            case APPROVE -> {
                BidId bid = fixtures.awardedBid("hythe-hub");
                logIn.run("finance.officer", () -> release.request(bid, 1));
                yield new Next(act, bid, "finance.approver", "");
            }
            case EXPORT -> {
                BidId bid = fixtures.releasedBid("hythe-hub");
                String seen =
                        logIn.as("finance.officer", () -> exports.waiting().sha256());
                yield new Next(act, bid, "finance.officer", seen);
            }
        };
    }

    /** All but one of those it takes have approved this many pounds. */
    public Next decidedByTheNextVote(int pounds) {
        BidId open = fixtures.ballotOpen("hythe-hub", String.valueOf(pounds), String.valueOf(pounds / 2));
        List<String> voters = fixtures.voters(open);
        for (String voter : voters.subList(0, voters.size() / 2)) {
            logIn.run(voter, () -> voting.cast(open, VoteChoice.APPROVE, ""));
        }
        return new Next(Act.COMMIT, open, voters.get(voters.size() / 2), "");
    }

    /** Does it; who does it is logged in already. */
    public void step(Next next) {
        switch (next.act()) {
            case COMMIT -> voting.cast(next.bid(), VoteChoice.APPROVE, "");
            case REQUEST -> release.request(next.bid(), 1);
            case APPROVE -> release.approve(next.bid(), 1);
            case EXPORT -> exports.export(next.seen());
        }
    }

    public void run(Next next) {
        logIn.run(next.person(), () -> step(next));
    }

    /** How many statements the act has, its commit counted; leaves no trace. */
    public int statementsToCommit(Next next) {
        return logIn.as(next.person(), () -> {
            // The second time nothing is read any more that the application reads only once.
            Statements.untilCommit(MoneyActs::cut, () -> step(next));
            return Statements.untilCommit(MoneyActs::cut, () -> step(next));
        });
    }

    /** What a killed process leaves of its connection. */
    static void cut(Connection connection) throws Exception {
        connection.abort(Runnable::run);
    }

    /** How often the act has happened. */
    public int happened(Next next) {
        String query = switch (next.act()) {
            case COMMIT -> "select count(*) from ledger_entry where kind = 'COMMITTED' and bid_id = ?";
            case REQUEST -> """
                    select count(*) from ledger_instalment i join ledger_award a on a.id = i.award_id
                    where a.bid_id = ? and i.status = 'REQUESTED'""";
            case APPROVE -> """
                    select count(*) from ledger_release r join ledger_instalment i on i.id = r.instalment_id
                      join ledger_award a on a.id = i.award_id where a.bid_id = ?""";
            case EXPORT -> """
                    select count(*) from ledger_export_line l join ledger_release r on r.id = l.release_id
                      join ledger_instalment i on i.id = r.instalment_id join ledger_award a on a.id = i.award_id where a.bid_id = ?""";
        };
        return jdbc.sql(query).param(next.bid().toString()).query(Integer.class).single();
    }
}
