package org.schoolcollab.board.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.ItemOutcome;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingStatus;
import org.schoolcollab.review.Interest;
import org.schoolcollab.shared.Money;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where agendas are kept: which bids, in what order, and how each item ended. */
@Component
public class Agendas {

    /**
     * The open item of a bid.
     *
     * @param closesAt when voting ends, in a written procedure; null in a meeting
     */
    public record OpenItem(
            UUID item,
            MeetingId meeting,
            MeetingStatus status,
            Instant startsAt,
            @Nullable Instant closesAt) {}

    /**
     * An item as kept.
     *
     * @param proposed what the chair thinks of putting to the vote; null for what the adviser recommended
     * @param ballot that decided it, null where none did
     * @param words questions or reasons
     */
    public record Item(
            UUID id,
            BidId bid,
            int position,
            @Nullable Money proposed,
            @Nullable ItemOutcome outcome,
            @Nullable UUID ballot,
            String words,
            @Nullable Instant settledAt) {}

    /** Somebody who took no part in an item, when it was settled. */
    public record NamedInterest(String person, Interest interest) {}

    private static final String OPEN = """
            select i.id, i.meeting_id, m.status, m.starts_at, m.closes_at
            from board_meeting_item i join board_meeting m on m.id = i.meeting_id where i.on_agenda = ?""";

    private final JdbcClient jdbc;
    private final BoardRoll roll;

    Agendas(JdbcClient jdbc, BoardRoll roll) {
        this.jdbc = jdbc;
        this.roll = roll;
    }

    /** The open item of this bid, as read now. */
    @Transactional(readOnly = true)
    public Optional<OpenItem> find(BidId bid) {
        return jdbc.sql(OPEN).param(bid.toString()).query(Agendas::openItem).optional();
    }

    /** The same with item and meeting locked until the transaction ends. The caller holds the lock on the bid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<OpenItem> lock(BidId bid) {
        return jdbc.sql(OPEN + " for update")
                .param(bid.toString())
                .query(Agendas::openItem)
                .optional();
    }

    /** The items of a meeting, in their order. */
    @Transactional(readOnly = true)
    public List<Item> of(MeetingId meeting) {
        return jdbc.sql("select * from board_meeting_item where meeting_id = ? order by position, id")
                .param(meeting.toString())
                .query(Agendas::item)
                .list();
    }

    /**
     * Puts a bid at the end of an agenda.
     *
     * @throws AgendaRefused if it is on an open agenda already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(MeetingId meeting, BidSummary bid) {
        try {
            jdbc.sql("""
                            insert into board_meeting_item (id, meeting_id, position, bid_id, on_agenda, revision)
                            select ?, ?, coalesce(max(position), 0) + 1, ?, ?, ? from board_meeting_item where meeting_id = ?""")
                    .params(
                            UUID.randomUUID().toString(),
                            meeting.toString(),
                            bid.id().toString(),
                            bid.id().toString(),
                            bid.revision(),
                            meeting.toString())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw AgendaRefused.onAnAgenda(taken);
        }
    }

    /** Takes an open item off its agenda. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID item) {
        jdbc.sql("delete from board_meeting_item where id = ? and outcome is null")
                .param(item.toString())
                .update();
    }

    /** Puts the items in this order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(List<UUID> items) {
        for (int i = 0; i < items.size(); i++) {
            jdbc.sql("update board_meeting_item set position = ? where id = ?")
                    .params(i + 1, items.get(i).toString())
                    .update();
        }
    }

    /** Keeps what the chair thinks of putting to the vote; null for what the adviser recommended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void propose(UUID item, @Nullable Money amount) {
        jdbc.sql("update board_meeting_item set proposed_pence = ? where id = ? and outcome is null")
                .params(Arrays.asList(amount == null ? null : amount.pence(), item.toString()))
                .update();
    }

    /** Writes down how the open item of this bid ended and who took no part; does nothing where the bid is on no agenda. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(BidSummary bid, ItemOutcome outcome, @Nullable UUID ballot, String words, Instant now) {
        find(bid.id()).ifPresent(open -> {
            nameInterests(open.item(), bid);
            jdbc.sql("""
                            update board_meeting_item set outcome = ?, ballot_id = ?, words = ?, settled_at = ?, on_agenda = null
                            where id = ?""")
                    .params(Arrays.asList(
                            outcome.name(),
                            ballot == null ? null : ballot.toString(),
                            words,
                            Timestamp.from(now),
                            open.item().toString()))
                    .update();
        });
    }

    private void nameInterests(UUID item, BidSummary bid) {
        for (Ballot.Member member : roll.members(bid)) {
            Interest interest = member.interest();
            if (interest != null) {
                jdbc.sql(
                                "insert into board_item_interest (item_id, person_id, person_name, interest) values (?, ?, ?, ?)")
                        .params(item.toString(), member.person().toString(), member.name(), interest.name())
                        .update();
            }
        }
    }

    /** Who took no part in a settled item, by name. */
    @Transactional(readOnly = true)
    public List<NamedInterest> interestsIn(UUID item) {
        return jdbc.sql("select person_name, interest from board_item_interest where item_id = ? order by person_name")
                .param(item.toString())
                .query((row, n) ->
                        new NamedInterest(row.getString("person_name"), Interest.valueOf(row.getString("interest"))))
                .list();
    }

    private static OpenItem openItem(ResultSet row, int n) throws SQLException {
        Timestamp closes = row.getTimestamp("closes_at");
        return new OpenItem(
                UUID.fromString(row.getString("id")),
                MeetingId.of(row.getString("meeting_id")),
                MeetingStatus.valueOf(row.getString("status")),
                row.getTimestamp("starts_at").toInstant(),
                closes == null ? null : closes.toInstant());
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        long proposed = row.getLong("proposed_pence");
        Money amount = row.wasNull() ? null : Money.ofPence(proposed);
        String outcome = row.getString("outcome");
        String ballot = row.getString("ballot_id");
        Timestamp settled = row.getTimestamp("settled_at");
        return new Item(
                UUID.fromString(row.getString("id")),
                BidId.of(row.getString("bid_id")),
                row.getInt("position"),
                amount,
                outcome == null ? null : ItemOutcome.valueOf(outcome),
                ballot == null ? null : UUID.fromString(ballot),
                row.getString("words"),
                settled == null ? null : settled.toInstant());
    }
}
