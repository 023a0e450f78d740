package org.schoolcollab.board.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.CountingRule;
import org.schoolcollab.board.Tally;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.review.Interest;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/** One attempt of an Area Board to decide a bid. Its row is locked while it is changed; every change guards itself. */
public final class Ballot {

    /** Where a ballot stands. */
    public enum Status {
        OPEN,
        /** As many for as against; waits for the chair's casting vote. */
        TIED,
        CLOSED
    }

    /** A member of the board when the ballot opened; interest is null while the member may vote. */
    public record Member(
            PersonId person, String name, @Nullable Interest interest) {}

    /**
     * What is decided, and how.
     *
     * @param firstPercent share of the award in the first instalment; null for the round's default
     * @param rule of the board when the ballot opened
     * @param closesAt when voting ends by itself; null where whoever leads the item ends it
     */
    public record Terms(
            Money amount,
            String conditions,
            @Nullable Integer firstPercent,
            CountingRule rule,
            @Nullable Instant closesAt) {

        /** An amount without conditions, by the standard rule, until all have voted. */
        public static Terms of(Money amount) {
            return new Terms(amount, "", null, CountingRule.STANDARD, null);
        }
    }

    /** Voting was ended before all had voted. */
    public record Ended(PersonId by, Instant at) {}

    /** A vote. */
    public record Vote(PersonId person, String name, VoteChoice choice, String reason, Instant at) {}

    /** The chair's vote on a tie. */
    public record Casting(PersonId chair, VoteChoice choice, String reason, Instant at) {}

    private final UUID id;
    private final BidId bid;
    private final int attempt;
    private final int revision;
    private final Terms terms;
    private final PersonId openedBy;
    private final Instant openedAt;
    private final List<Member> members;
    private final List<Vote> votes;
    private Status status;
    private @Nullable Outcome outcome;
    private @Nullable Casting casting;
    private @Nullable Instant closedAt;
    private @Nullable Ended ended;

    Ballot(
            UUID id,
            BidId bid,
            int attempt,
            int revision,
            Terms terms,
            PersonId openedBy,
            Instant openedAt,
            @Nullable Ended ended,
            Status status,
            @Nullable Outcome outcome,
            @Nullable Casting casting,
            @Nullable Instant closedAt,
            List<Member> members,
            List<Vote> votes) {
        this.id = id;
        this.bid = bid;
        this.attempt = attempt;
        this.revision = revision;
        this.terms = terms;
        this.ended = ended;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.status = status;
        this.outcome = outcome;
        this.casting = casting;
        this.closedAt = closedAt;
        this.members = new ArrayList<>(members);
        this.votes = new ArrayList<>(votes);
    }

    /**
     * @param revision of the bid that the ballot is about
     * @throws TooFewMembers if those without an interest could never make the quorum
     */
    public static Ballot open(
            BidId bid, int attempt, int revision, Terms terms, PersonId by, List<Member> members, Instant now) {
        int eligible = (int) members.stream().filter(m -> m.interest() == null).count();
        int quorum = terms.rule().quorumOf(eligible);
        if (eligible < quorum) {
            throw new TooFewMembers(eligible, quorum);
        }
        return new Ballot(
                UUID.randomUUID(),
                bid,
                attempt,
                revision,
                terms,
                by,
                now,
                null,
                Status.OPEN,
                null,
                null,
                null,
                members,
                List.of());
    }

    /**
     * @throws VoteRefused if the ballot is closed, the person is not on it or has an interest, has voted already, or refuses without
     *     saying why
     */
    public Vote cast(PersonId person, VoteChoice choice, String reason, Instant now) {
        Member member = requireVoter(person);
        Vote vote = new Vote(person, member.name(), choice, reason, now);
        votes.add(vote);
        return vote;
    }

    /**
     * A member leaves the ballot instead of voting.
     *
     * @throws VoteRefused like {@link #cast}
     */
    public void stepAside(PersonId person, Interest interest) {
        requireVoter(person);
        recuse(person, interest);
    }

    private Member requireVoter(PersonId person) {
        Optional<Vote> earlier = voteOf(person);
        if (earlier.isPresent()) {
            throw VoteRefused.already(earlier.get());
        }
        if (status != Status.OPEN || ended != null) {
            throw VoteRefused.over(closedAt);
        }
        Member member = member(person).orElseThrow(VoteRefused::notOnBallot);
        if (member.interest() != null) {
            throw VoteRefused.interest(member.interest());
        }
        return member;
    }

    /** An interest was found after the ballot had opened: the member's vote no longer counts. */
    public void recuse(PersonId person, Interest interest) {
        members.replaceAll(
                m -> m.person().equals(person) && m.interest() == null ? new Member(person, m.name(), interest) : m);
    }

    /** @throws VoteRefused unless there is a tie to break */
    public void giveCastingVote(PersonId chair, VoteChoice choice, String reason, Instant now) {
        if (status != Status.TIED || casting != null) {
            throw VoteRefused.noTie();
        }
        casting = new Casting(chair, choice, reason, now);
    }

    public void waitForCastingVote() {
        requireUndecided();
        status = Status.TIED;
    }

    public void close(Outcome as, Instant now) {
        requireUndecided();
        status = Status.CLOSED;
        outcome = as;
        closedAt = now;
    }

    /**
     * Whoever leads the item ends the voting: who has not voted by now does not vote.
     *
     * @throws VoteRefused if it is over already
     */
    public void end(PersonId by, Instant now) {
        if (status != Status.OPEN || ended != null) {
            throw VoteRefused.over(closedAt);
        }
        ended = new Ended(by, now);
    }

    /** Whether nobody may vote any more although not all have: it was ended, or its time is up. */
    public boolean isEnded(Instant now) {
        Instant closes = terms.closesAt();
        return ended != null || (closes != null && !now.isBefore(closes));
    }

    private void requireUndecided() {
        if (status == Status.CLOSED) {
            throw new IllegalStateException("ballot " + id + " is closed");
        }
    }

    /** The votes of members without an interest. */
    public Tally tally() {
        List<PersonId> eligible = voters();
        return new Tally(
                eligible.size(),
                count(eligible, VoteChoice.APPROVE),
                count(eligible, VoteChoice.REFUSE),
                count(eligible, VoteChoice.ABSTAIN),
                terms.rule());
    }

    private int count(List<PersonId> eligible, VoteChoice choice) {
        return (int) votes.stream()
                .filter(vote -> vote.choice() == choice && eligible.contains(vote.person()))
                .count();
    }

    /** Members without an interest. */
    public List<PersonId> voters() {
        return members.stream()
                .filter(m -> m.interest() == null)
                .map(Member::person)
                .toList();
    }

    public Optional<Member> member(PersonId person) {
        return members.stream().filter(m -> m.person().equals(person)).findFirst();
    }

    public Optional<Vote> voteOf(PersonId person) {
        return votes.stream().filter(v -> v.person().equals(person)).findFirst();
    }

    public UUID id() {
        return id;
    }

    public BidId bid() {
        return bid;
    }

    public int attempt() {
        return attempt;
    }

    /** The revision of the bid that was put to the vote. */
    public int revision() {
        return revision;
    }

    public Money amount() {
        return terms.amount();
    }

    public Terms terms() {
        return terms;
    }

    public @Nullable Ended ended() {
        return ended;
    }

    public PersonId openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Status status() {
        return status;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable Casting casting() {
        return casting;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public List<Member> members() {
        return List.copyOf(members);
    }

    public List<Vote> votes() {
        return List.copyOf(votes);
    }
}
