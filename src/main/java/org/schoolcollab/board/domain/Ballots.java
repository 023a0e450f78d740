package org.schoolcollab.board.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.CountingRule;
import org.schoolcollab.board.Majority;
import org.schoolcollab.board.Tally;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.review.Interest;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where ballots, votes and decisions are kept. */
@Component
public class Ballots {

    private final JdbcClient jdbc;
    private final SealedRows sealed;

    Ballots(JdbcClient jdbc, SealedRows sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** The newest ballot of the bid, as read now. */
    @Transactional(readOnly = true)
    public Optional<Ballot> latest(BidId bid) {
        return latest(bid, "");
    }

    /** The newest ballot of the bid, its row locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Ballot> lockLatest(BidId bid) {
        return latest(bid, " for update");
    }

    /** The ballot with this id; empty for none. */
    @Transactional(readOnly = true)
    public Optional<Ballot> find(@Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : jdbc.sql("select * from board_ballot where id = ?")
                        .param(id.toString())
                        .query(this::ballot)
                        .optional();
    }

    private Optional<Ballot> latest(BidId bid, String lock) {
        return jdbc.sql("select * from board_ballot where bid_id = ? order by attempt desc limit 1" + lock)
                .param(bid.toString())
                .query(this::ballot)
                .optional();
    }

    /** Keeps a ballot that was just opened, with the board as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Ballot ballot) {
        jdbc.sql("""
                        insert into board_ballot (id, bid_id, attempt, revision, amount_pence, conditions, first_percent,
                          quorum_percent, fewest, majority, closes_at, status, opened_by, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        ballot.id().toString(),
                        ballot.bid().toString(),
                        ballot.attempt(),
                        ballot.revision(),
                        ballot.amount().pence(),
                        ballot.terms().conditions(),
                        ballot.terms().firstPercent(),
                        ballot.terms().rule().quorumPercent(),
                        ballot.terms().rule().fewest(),
                        ballot.terms().rule().majority().name(),
                        timestamp(ballot.terms().closesAt()),
                        ballot.status().name(),
                        ballot.openedBy().toString(),
                        Timestamp.from(ballot.openedAt())))
                .update();
        for (Ballot.Member member : ballot.members()) {
            Interest interest = member.interest();
            jdbc.sql(
                            "insert into board_ballot_member (ballot_id, person_id, interest, interest_at) values (?, ?, ?, ?)")
                    .params(Arrays.asList(
                            ballot.id().toString(),
                            member.person().toString(),
                            interest == null ? null : interest.name(),
                            interest == null ? null : Timestamp.from(ballot.openedAt())))
                    .update();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Ballot ballot, Ballot.Vote vote) {
        sealed.insert(
                "board_vote",
                Map.of(
                        "id", UUID.randomUUID(),
                        "ballot_id", ballot.id(),
                        "person_id", vote.person(),
                        "choice", vote.choice(),
                        "reason", vote.reason(),
                        "cast_at", vote.at()));
    }

    /** Writes down an interest that was found after the ballot had opened. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepInterest(Ballot ballot, PersonId person, Interest interest, Instant now) {
        jdbc.sql("""
                        update board_ballot_member set interest = ?, interest_at = ?
                        where ballot_id = ? and person_id = ? and interest is null""")
                .params(interest.name(), Timestamp.from(now), ballot.id().toString(), person.toString())
                .update();
    }

    /** Keeps where a ballot stands. The caller holds the lock on its row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepState(Ballot ballot) {
        Outcome outcome = ballot.outcome();
        Ballot.Casting casting = ballot.casting();
        Ballot.Ended ended = ballot.ended();
        jdbc.sql("""
                        update board_ballot set status = ?, outcome = ?, casting_choice = ?, casting_reason = ?, casting_by = ?,
                          casting_at = ?, closed_at = ?, ended_by = ?, ended_at = ? where id = ?""")
                .params(Arrays.asList(
                        ballot.status().name(),
                        outcome == null ? null : outcome.name(),
                        casting == null ? null : casting.choice().name(),
                        casting == null ? "" : casting.reason(),
                        casting == null ? null : casting.chair().toString(),
                        casting == null ? null : Timestamp.from(casting.at()),
                        timestamp(ballot.closedAt()),
                        ended == null ? null : ended.by().toString(),
                        ended == null ? null : Timestamp.from(ended.at()),
                        ballot.id().toString()))
                .update();
    }

    /** Records the board's decision; once for a bid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Ballot ballot, Tally tally, Outcome outcome, Instant now) {
        Ballot.Casting casting = ballot.casting();
        Map<String, @Nullable Object> decision = new LinkedHashMap<>();
        decision.put("id", UUID.randomUUID());
        decision.put("ballot_id", ballot.id());
        decision.put("bid_id", ballot.bid());
        decision.put("outcome", outcome);
        decision.put("amount_pence", ballot.amount().pence());
        decision.put("conditions", ballot.terms().conditions());
        decision.put("first_percent", ballot.terms().firstPercent());
        decision.put("eligible", tally.eligible());
        decision.put("quorum", tally.quorum());
        decision.put("majority", tally.rule().majority());
        decision.put("approvals", tally.approvals());
        decision.put("refusals", tally.refusals());
        decision.put("abstentions", tally.abstentions());
        decision.put("casting_choice", casting == null || !tally.isTied() ? null : casting.choice());
        decision.put("decided_at", now);
        sealed.insert("board_decision", decision);
    }

    private Ballot ballot(ResultSet row, int n) throws SQLException {
        UUID id = UUID.fromString(row.getString("id"));
        String outcome = row.getString("outcome");
        return new Ballot(
                id,
                BidId.of(row.getString("bid_id")),
                row.getInt("attempt"),
                row.getInt("revision"),
                terms(row),
                PersonId.of(row.getString("opened_by")),
                row.getTimestamp("opened_at").toInstant(),
                ended(row),
                Ballot.Status.valueOf(row.getString("status")),
                outcome == null ? null : Outcome.valueOf(outcome),
                casting(row),
                instant(row, "closed_at"),
                members(id),
                votes(id));
    }

    private static Ballot.Terms terms(ResultSet row) throws SQLException {
        int first = row.getInt("first_percent");
        Integer firstPercent = row.wasNull() ? null : first;
        return new Ballot.Terms(
                Money.ofPence(row.getLong("amount_pence")),
                row.getString("conditions"),
                firstPercent,
                new CountingRule(
                        row.getInt("quorum_percent"),
                        row.getInt("fewest"),
                        Majority.valueOf(row.getString("majority"))),
                instant(row, "closes_at"));
    }

    private static Ballot.@Nullable Ended ended(ResultSet row) throws SQLException {
        Instant at = instant(row, "ended_at");
        return at == null ? null : new Ballot.Ended(PersonId.of(row.getString("ended_by")), at);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Ballot.@Nullable Casting casting(ResultSet row) throws SQLException {
        String choice = row.getString("casting_choice");
        return choice == null
                ? null
                : new Ballot.Casting(
                        PersonId.of(row.getString("casting_by")),
                        VoteChoice.valueOf(choice),
                        row.getString("casting_reason"),
                        row.getTimestamp("casting_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private List<Ballot.Member> members(UUID ballot) {
        return jdbc.sql("""
                        select m.person_id, p.display_name, m.interest
                        from board_ballot_member m join security_person p on p.id = m.person_id
                        where m.ballot_id = ? order by p.display_name, p.id""")
                .param(ballot.toString())
                .query((row, n) -> {
                    String interest = row.getString("interest");
                    return new Ballot.Member(
                            PersonId.of(row.getString("person_id")),
                            row.getString("display_name"),
                            interest == null ? null : Interest.valueOf(interest));
                })
                .list();
    }

    private List<Ballot.Vote> votes(UUID ballot) {
        return jdbc.sql("""
                        select v.person_id, p.display_name, v.choice, v.reason, v.cast_at
                        from board_vote v join security_person p on p.id = v.person_id
                        where v.ballot_id = ? order by v.cast_at, v.id""")
                .param(ballot.toString())
                .query((row, n) -> new Ballot.Vote(
                        PersonId.of(row.getString("person_id")),
                        row.getString("display_name"),
                        VoteChoice.valueOf(row.getString("choice")),
                        row.getString("reason"),
                        row.getTimestamp("cast_at").toInstant()))
                .list();
    }
}
