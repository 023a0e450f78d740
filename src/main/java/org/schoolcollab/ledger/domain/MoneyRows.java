package org.schoolcollab.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.ledger.AwardStatus;
import org.schoolcollab.ledger.AwardView;
import org.schoolcollab.ledger.AwardView.InstalmentView;
import org.schoolcollab.ledger.AwardView.ReleaseView;
import org.schoolcollab.ledger.DueCondition;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.ledger.JournalLine;
import org.schoolcollab.ledger.MoneyOverview.AwardRow;
import org.schoolcollab.ledger.MoneyOverview.EnvelopeView;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger's tables into what screens show. */
@Component
public class MoneyRows {

    private final JdbcClient jdbc;
    private final BidRegister bids;
    private final CollaborationDirectory collaborations;
    private final PortalClock clock;

    MoneyRows(JdbcClient jdbc, BidRegister bids, CollaborationDirectory collaborations, PortalClock clock) {
        this.jdbc = jdbc;
        this.bids = bids;
        this.collaborations = collaborations;
        this.clock = clock;
    }

    public Optional<AwardView> award(BidId bid) {
        return jdbc.sql("select agreed_pence, released_pence, status, committed_at from ledger_award where bid_id = ?")
                .param(bid.toString())
                .query((row, n) -> new AwardView(
                        bid,
                        money(row, "agreed_pence"),
                        money(row, "released_pence"),
                        AwardStatus.valueOf(row.getString("status")),
                        row.getTimestamp("committed_at").toInstant(),
                        payee(bid),
                        instalments(bid)))
                .optional();
    }

    private AwardView.@Nullable Payee payee(BidId bid) {
        return collaborations.membersAt(bids.get(bid).collaborationId(), clock.today()).stream()
                .filter(Member::lead)
                .findFirst()
                .map(member -> new AwardView.Payee(member.name()))
                .orElse(null);
    }

    private List<InstalmentView> instalments(BidId bid) {
        return jdbc.sql("""
                        select i.number, i.amount_pence, i.due_condition, i.status, i.requested_by, i.requested_at, i.sent_back,
                          q.display_name as requester, r.reference, r.payee_name, p.display_name as approver, r.approved_at
                        from ledger_award a
                          join ledger_instalment i on i.award_id = a.id
                          left join security_person q on q.id = i.requested_by
                          left join ledger_release r on r.instalment_id = i.id
                          left join security_person p on p.id = r.approved_by
                        where a.bid_id = ? order by i.number""").param(bid.toString()).query(MoneyRows::instalment).list();
    }

    private static InstalmentView instalment(ResultSet row, int n) throws SQLException {
        String requester = row.getString("requested_by");
        String reference = row.getString("reference");
        return new InstalmentView(
                row.getInt("number"),
                money(row, "amount_pence"),
                DueCondition.valueOf(row.getString("due_condition")),
                InstalmentStatus.valueOf(row.getString("status")),
                requester == null ? null : PersonId.of(requester),
                row.getString("requester"),
                instant(row, "requested_at"),
                row.getString("sent_back"),
                reference == null
                        ? null
                        : new ReleaseView(
                                reference,
                                row.getString("payee_name"),
                                row.getString("approver"),
                                row.getTimestamp("approved_at").toInstant()));
    }

    public List<JournalLine> journal(BidId bid) {
        return jdbc.sql("""
                        select e.position, e.at, e.kind, w.display_name, d.account as debit, c.account as credit, d.pence
                        from ledger_entry e
                          join ledger_posting d on d.entry_id = e.id and d.side = 'DEBIT'
                          join ledger_posting c on c.entry_id = e.id and c.side = 'CREDIT'
                          left join security_person w on w.id = e.person_id
                        where e.bid_id = ? order by e.position""")
                .param(bid.toString())
                .query((row, n) -> new JournalLine(
                        row.getLong("position"),
                        row.getTimestamp("at").toInstant(),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("display_name"),
                        row.getString("debit"),
                        row.getString("credit"),
                        money(row, "pence")))
                .list();
    }

    public List<EnvelopeView> envelopes(RoundId round) {
        return jdbc.sql("""
                        select a.name, coalesce(l.given_pence, e.given_pence) as given, coalesce(l.committed_pence, 0) as committed,
                          coalesce(l.released_pence, 0) as released, coalesce(l.available_pence, e.given_pence) as available
                        from programme_envelope e
                          join establishment_area a on a.code = e.area_code
                          left join ledger_envelope l on l.round_id = e.round_id and l.area_code = e.area_code
                        where e.round_id = ? order by a.name""")
                .param(round.toString())
                .query((row, n) -> new EnvelopeView(
                        row.getString("name"),
                        money(row, "given"),
                        money(row, "committed"),
                        money(row, "released"),
                        money(row, "available")))
                .list();
    }

    public List<AwardRow> awards(RoundId round) {
        return jdbc.sql("""
                        select b.id, c.name as collaboration, a.name as area, w.agreed_pence,
                          sum(if(i.status = 'WAITING', i.amount_pence, 0)) as waiting,
                          sum(if(i.status = 'READY', i.amount_pence, 0)) as ready,
                          sum(if(i.status = 'REQUESTED', i.amount_pence, 0)) as requested,
                          sum(if(i.status = 'RELEASED', i.amount_pence, 0)) as released
                        from ledger_award w
                          join ledger_instalment i on i.award_id = w.id
                          join bid_bid b on b.id = w.bid_id
                          join collaboration_collaboration c on c.id = b.collaboration_id
                          join establishment_area a on a.code = b.area_code
                        where b.round_id = ? and w.status <> 'RETURNED'
                        group by b.id, c.name, a.name, w.agreed_pence order by a.name, c.name""")
                .param(round.toString())
                .query((row, n) -> new AwardRow(
                        BidId.of(row.getString("id")),
                        row.getString("collaboration"),
                        row.getString("area"),
                        money(row, "agreed_pence"),
                        money(row, "waiting"),
                        money(row, "ready"),
                        money(row, "requested"),
                        money(row, "released")))
                .list();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofPence(row.getLong(column));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
