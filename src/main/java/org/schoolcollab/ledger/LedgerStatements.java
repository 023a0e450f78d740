package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.domain.AccountRef;
import org.schoolcollab.ledger.domain.Balances;
import org.schoolcollab.ledger.domain.EnvelopeAccounts;
import org.schoolcollab.ledger.domain.StatementRows;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/**
 * Statements from the journal: of an award, a school, an envelope or a round, up to any moment, and the balances then. An entry of that
 * very moment counts; no moment means now.
 */
@UseCase
@Transactional(readOnly = true)
public class LedgerStatements {

    private final StatementRows rows;
    private final Balances balances;
    private final EnvelopeAccounts envelopes;

    LedgerStatements(StatementRows rows, Balances balances, EnvelopeAccounts envelopes) {
        this.rows = rows;
        this.balances = balances;
        this.envelopes = envelopes;
    }

    /** Everything that was written about the award of a bid; empty where there is none. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Statement ofAward(BidId bid, @Nullable Instant until) {
        return rows.where("e.bid_id = ?", List.of(bid.toString()), until);
    }

    /** What a school was paid, gave back and pledged, over all awards and rounds. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Statement ofSchool(EstablishmentId school, @Nullable Instant until) {
        return rows.where(
                "(p.credit_school_id = ? or p.debit_school_id = ?)",
                List.of(school.toString(), school.toString()),
                until);
    }

    /** Everything in the envelope of an area. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Statement ofEnvelope(RoundId round, String area, @Nullable Instant until) {
        return rows.where("l.round_id = ? and l.area_code = ?", List.of(round.toString(), area), until);
    }

    /** Everything in all envelopes of a round. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Statement ofRound(RoundId round, @Nullable Instant until) {
        return rows.where("l.round_id = ?", List.of(round.toString()), until);
    }

    /** The balance of every kind of account of an envelope at a moment, from the journal; empty before anything was written. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Map<Account, Money> balances(RoundId round, String area, @Nullable Instant at) {
        return envelopes
                .find(round, area)
                .map(id -> balances.ofEnvelope(id, at))
                .orElse(Map.of());
    }

    /**
     * The balance of one account of an award at a moment, from the journal.
     *
     * @param school for accounts that each school has, else null
     */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Money balance(UUID award, Account account, @Nullable EstablishmentId school, @Nullable Instant at) {
        return balances.ofAward(new AccountRef(account, award, school == null ? null : school.value()), at);
    }
}
