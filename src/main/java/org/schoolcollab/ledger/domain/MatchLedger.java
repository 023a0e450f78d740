package org.schoolcollab.ledger.domain;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.AcceptedShares.Part;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.LedgerActRefused;
import org.schoolcollab.ledger.MatchView;
import org.schoolcollab.shared.ByName;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The schools' own money for an award (§44): what they pledged, and what finance has seen proof of. The caller has locked the bid. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MatchLedger {

    private final Releases releases;
    private final EnvelopeAccounts envelopes;
    private final Journal journal;
    private final Balances balances;
    private final SealedRows sealed;
    private final JdbcClient jdbc;
    private final EntityManager entities;

    MatchLedger(
            Releases releases,
            EnvelopeAccounts envelopes,
            Journal journal,
            Balances balances,
            SealedRows sealed,
            JdbcClient jdbc,
            EntityManager entities) {
        this.releases = releases;
        this.envelopes = envelopes;
        this.journal = journal;
        this.balances = balances;
        this.sealed = sealed;
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** Writes what the schools pledged when they accepted the award: once. Where nothing is pledged, nothing is to be proved. */
    public void pledge(BidSummary bid, List<Part> pledges) {
        Envelope envelope = envelopes.lock(bid.roundId(), bid.areaCode()).orElseThrow(NotFound::new);
        Award award = releases.locked(bid.id());
        if (pledges.isEmpty()) {
            award.matchProved();
            entities.flush();
            return;
        }
        journal.post(
                envelope,
                JournalEntry.of(
                        EntryKind.PLEDGED,
                        bid.id(),
                        "pledge:" + award.id(),
                        pledges.stream()
                                .map(pledge -> new Posting(
                                        AccountRef.MATCH,
                                        AccountRef.pledged(
                                                award.id(), pledge.school().value()),
                                        pledge.amount()))
                                .toList()));
    }

    /**
     * Writes that proof was seen. Once all that was pledged is proved, the instalment that waits for it may be requested.
     *
     * @return false if this was done before under this key
     */
    public boolean evidence(BidSummary bid, EstablishmentId school, Money amount, String note, UUID key) {
        Envelope envelope = envelopes.lock(bid.roundId(), bid.areaCode()).orElseThrow(NotFound::new);
        Award award = releases.locked(bid.id());
        if (journal.repeats(envelope, EntryKind.EVIDENCED, "evidence:" + key, amount)) {
            return false;
        }
        AccountRef evidenced = AccountRef.evidenced(award.id(), school.value());
        Money open = balances.ofAward(AccountRef.pledged(award.id(), school.value()), null)
                .minus(balances.ofAward(evidenced, null));
        if (amount.isMoreThan(open)) {
            throw LedgerActRefused.atMost(amount, open);
        }
        JournalEntry entry = JournalEntry.move(
                        EntryKind.EVIDENCED, bid.id(), "evidence:" + key, AccountRef.MATCH, evidenced, amount)
                .because(note);
        journal.post(envelope, entry);
        sealed.insert(
                "ledger_match_proof",
                Map.of("entry_id", entry.id(), "award_id", award.id(), "school_id", school, "note", note));
        if (view(award.id()).stream().allMatch(MatchView::isProved)) {
            award.matchProved();
            entities.flush();
        }
        return true;
    }

    /** What each school pledged and proved for an award, in the order of names. */
    @Transactional(readOnly = true)
    public List<MatchView> view(UUID award) {
        return jdbc
                .sql("""
                        select s.id, s.name,
                          sum(if(p.credit_account = 'PLEDGED', p.pence, 0)) as pledged,
                          sum(if(p.credit_account = 'EVIDENCED', p.pence, 0)) as evidenced
                        from ledger_posting p join establishment_school s on s.id = p.credit_school_id
                        where p.credit_award_id = ? and p.credit_account in ('PLEDGED', 'EVIDENCED')
                        group by s.id, s.name order by s.id""")
                .param(award.toString())
                .query((row, n) -> new MatchView(
                        EstablishmentId.of(row.getString("id")),
                        row.getString("name"),
                        Money.ofPence(row.getLong("pledged")),
                        Money.ofPence(row.getLong("evidenced"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(MatchView::name, ByName.ORDER))
                .toList();
    }

    /** The same by bid; empty before the award is accepted. */
    @Transactional(readOnly = true)
    public List<MatchView> ofBid(org.schoolcollab.bid.BidId bid) {
        return jdbc.sql("select id from ledger_award where bid_id = ?")
                .param(bid.toString())
                .query(String.class)
                .optional()
                .map(award -> view(UUID.fromString(award)))
                .orElse(List.of());
    }
}
