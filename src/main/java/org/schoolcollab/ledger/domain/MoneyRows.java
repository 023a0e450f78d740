package org.schoolcollab.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.ledger.AwardStatus;
import org.schoolcollab.ledger.AwardView;
import org.schoolcollab.ledger.AwardView.InstalmentView;
import org.schoolcollab.ledger.AwardView.PayeeView;
import org.schoolcollab.ledger.AwardView.ReleaseView;
import org.schoolcollab.ledger.AwardView.ShareView;
import org.schoolcollab.ledger.DueCondition;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.ledger.JournalLine;
import org.schoolcollab.ledger.MoneyOverview.AwardRow;
import org.schoolcollab.ledger.MoneyOverview.EnvelopeView;
import org.schoolcollab.ledger.PayeeKind;
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
        return jdbc.sql(
                        "select id, agreed_pence, committed_pence, released_pence, status, committed_at from ledger_award where bid_id = ?")
                .param(bid.toString())
                .query((row, n) -> new AwardView(
                        bid,
                        money(row, "agreed_pence"),
                        money(row, "committed_pence"),
                        money(row, "released_pence"),
                        AwardStatus.valueOf(row.getString("status")),
                        row.getTimestamp("committed_at").toInstant(),
                        payee(bid),
                        shares(row.getString("id")),
                        instalments(bid)))
                .optional();
    }

    private AwardView.@Nullable Payee payee(BidId bid) {
        String schools = jdbc.sql("""
                        select group_concat(s.name order by h.number separator '; ')
                        from ledger_share h join ledger_award a on a.id = h.award_id join establishment_school s on s.id = h.school_id
                        where a.bid_id = ?""")
                .param(bid.toString())
                .query(String.class)
                .optional()
                .orElse(null);
        if (schools != null) {
            return new AwardView.Payee(schools);
        }
        return collaborations.membersAt(bids.get(bid).collaborationId(), clock.today()).stream()
                .filter(Member::lead)
                .findFirst()
                .map(member -> new AwardView.Payee(member.name()))
                .orElse(null);
    }

    private List<ShareView> shares(String award) {
        return jdbc.sql("""
                        select h.school_id, s.name, s.academy, h.pence
                        from ledger_share h join establishment_school s on s.id = h.school_id
                        where h.award_id = ? order by h.number""")
                .param(award)
                .query((row, n) -> new ShareView(
                        EstablishmentId.of(row.getString("school_id")),
                        row.getString("name"),
                        row.getBoolean("academy") ? PayeeKind.ACADEMY : PayeeKind.MAINTAINED,
                        money(row, "pence")))
                .list();
    }

    private List<InstalmentView> instalments(BidId bid) {
        Map<String, List<ReleaseView>> releases = releases(bid);
        Map<String, List<PayeeView>> payees = payees(bid);
        return jdbc.sql("""
                        select i.id, i.number, i.amount_pence, i.released_pence, i.due_condition, i.status, i.requested_by,
                          i.requested_at, i.sent_back, i.hold_reason, q.display_name as requester
                        from ledger_award a
                          join ledger_instalment i on i.award_id = a.id
                          left join security_person q on q.id = i.requested_by
                        where a.bid_id = ? order by i.number""")
                .param(bid.toString())
                .query((row, n) -> instalment(
                        row,
                        payees.getOrDefault(row.getString("id"), List.of()),
                        releases.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    /** Who is still to be paid of each instalment: whose last payment was reversed, or who had none yet. */
    private Map<String, List<PayeeView>> payees(BidId bid) {
        Map<String, List<PayeeView>> payees = new HashMap<>();
        jdbc.sql("""
                        select p.instalment_id, s.name, p.pence
                        from ledger_award a
                          join ledger_instalment i on i.award_id = a.id and i.status <> 'CANCELLED'
                          join ledger_portion p on p.instalment_id = i.id
                          join establishment_school s on s.id = p.school_id
                          join ledger_share h on h.award_id = a.id and h.school_id = p.school_id
                        where a.bid_id = ? and not exists (
                          select 1 from ledger_release r left join ledger_reversal v on v.release_id = r.id
                          where r.instalment_id = i.id and r.payee_school_id = p.school_id and v.release_id is null)
                        order by h.number""").param(bid.toString()).query(row -> {
            payees.computeIfAbsent(row.getString("instalment_id"), id -> new ArrayList<>())
                    .add(new PayeeView(row.getString("name"), money(row, "pence")));
        });
        return payees;
    }

    /** The payments of each instalment, oldest first. */
    private Map<String, List<ReleaseView>> releases(BidId bid) {
        Map<String, List<ReleaseView>> releases = new HashMap<>();
        jdbc.sql("""
                        select r.id, r.instalment_id, r.reference, r.payee_school_id, r.payee_name, r.payee_kind, r.amount_pence,
                          p.display_name as approver, r.approved_at, v.release_id is not null as reversed
                        from ledger_award a
                          join ledger_instalment i on i.award_id = a.id
                          join ledger_release r on r.instalment_id = i.id
                          join security_person p on p.id = r.approved_by
                          left join ledger_reversal v on v.release_id = r.id
                        where a.bid_id = ? order by r.approved_at, r.attempt, r.reference""").param(bid.toString()).query(row -> {
            releases.computeIfAbsent(row.getString("instalment_id"), id -> new ArrayList<>())
                    .add(release(row));
        });
        return releases;
    }

    private static ReleaseView release(ResultSet row) throws SQLException {
        return new ReleaseView(
                UUID.fromString(row.getString("id")),
                row.getString("reference"),
                EstablishmentId.of(row.getString("payee_school_id")),
                row.getString("payee_name"),
                PayeeKind.valueOf(row.getString("payee_kind")),
                money(row, "amount_pence"),
                row.getString("approver"),
                row.getTimestamp("approved_at").toInstant(),
                row.getBoolean("reversed"));
    }

    private static InstalmentView instalment(ResultSet row, List<PayeeView> payees, List<ReleaseView> releases)
            throws SQLException {
        String requester = row.getString("requested_by");
        return new InstalmentView(
                row.getInt("number"),
                money(row, "amount_pence"),
                money(row, "released_pence"),
                DueCondition.valueOf(row.getString("due_condition")),
                InstalmentStatus.valueOf(row.getString("status")),
                requester == null ? null : PersonId.of(requester),
                row.getString("requester"),
                instant(row, "requested_at"),
                row.getString("sent_back"),
                row.getString("hold_reason"),
                payees,
                releases);
    }

    public List<JournalLine> journal(BidId bid) {
        return jdbc.sql("""
                        select e.position, e.at, e.kind, w.display_name, p.debit_account, p.credit_account, p.pence
                        from ledger_entry e
                          join ledger_posting p on p.entry_id = e.id
                          left join security_person w on w.id = e.person_id
                        where e.bid_id = ? order by e.position, p.line""")
                .param(bid.toString())
                .query((row, n) -> new JournalLine(
                        row.getLong("position"),
                        row.getTimestamp("at").toInstant(),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("display_name"),
                        Account.valueOf(row.getString("debit_account")),
                        Account.valueOf(row.getString("credit_account")),
                        money(row, "pence")))
                .list();
    }

    public List<EnvelopeView> envelopes(RoundId round) {
        return jdbc.sql("""
                        select a.name, coalesce(l.given_pence, e.given_pence) as given, coalesce(l.committed_pence, 0) as committed,
                          coalesce(l.released_pence, 0) as released, coalesce(l.available_pence, e.given_pence) as available,
                          coalesce(l.held_pence, 0) as held, coalesce(l.spent_pence, 0) as spent, coalesce(l.lapsed_pence, 0) as lapsed
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
                        money(row, "available"),
                        money(row, "held"),
                        money(row, "spent"),
                        money(row, "lapsed")))
                .list();
    }

    public List<AwardRow> awards(RoundId round) {
        return jdbc.sql("""
                        select b.id, c.name as collaboration, a.name as area, w.agreed_pence,
                          sum(if(i.status = 'WAITING', i.amount_pence - i.released_pence, 0)) as waiting,
                          sum(if(i.status = 'READY', i.amount_pence - i.released_pence, 0)) as ready,
                          sum(if(i.status = 'REQUESTED', i.amount_pence - i.released_pence, 0)) as requested,
                          w.released_pence as released
                        from ledger_award w
                          join ledger_instalment i on i.award_id = w.id
                          join bid_bid b on b.id = w.bid_id
                          join collaboration_collaboration c on c.id = b.collaboration_id
                          join establishment_area a on a.code = b.area_code
                        where b.round_id = ? and w.status <> 'RETURNED'
                        group by b.id, c.name, a.name, w.agreed_pence, w.released_pence order by a.name, c.name""")
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
