package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.ledger.domain.Acceptances;
import org.schoolcollab.ledger.domain.MoneyRows;
import org.schoolcollab.ledger.domain.SchoolMoneyRows;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Reads the money for people. */
@UseCase
@Transactional(readOnly = true)
public class MoneyQueries {

    private final BidQueries bids;
    private final Rounds rounds;
    private final MoneyRows rows;
    private final SchoolMoneyRows schools;
    private final Acceptances acceptances;

    MoneyQueries(BidQueries bids, Rounds rounds, MoneyRows rows, SchoolMoneyRows schools, Acceptances acceptances) {
        this.bids = bids;
        this.rounds = rounds;
        this.rows = rows;
        this.schools = schools;
        this.acceptances = acceptances;
    }

    /**
     * The award of a bid, for whoever may see the bid; empty before the board agreed one.
     *
     * @throws AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    public Optional<AwardView> award(BidId id) {
        bids.summary(id);
        return rows.award(id);
    }

    /**
     * That the lead accepted the award of this bid, for whoever may see the bid; empty before.
     *
     * @throws AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    public Optional<AwardOffer.Accepted> acceptance(BidId id) {
        bids.summary(id);
        return acceptances.of(id);
    }

    /**
     * What each school has of an award, members without a share last; empty before the award is shared out.
     *
     * @throws AccessRefused if the bid is not for this person's eyes
     */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    public List<SchoolMoney> schools(BidId id) {
        return schools.of(bids.summary(id));
    }

    /** The journal entries of a bid, oldest first. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<JournalLine> journal(BidId id) {
        return rows.journal(id);
    }

    /** The rounds that have envelopes, newest first. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<Round> rounds() {
        return rounds.all();
    }

    /** The money of a round; of the open one where none is named. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public MoneyOverview overview(@Nullable RoundId id) {
        Round round = id == null ? current() : rounds.get(id);
        return new MoneyOverview(round, rows.envelopes(round.id()), rows.awards(round.id()));
    }

    private Round current() {
        return rounds.all().stream()
                .min(Comparator.comparing(round -> round.status() != Round.Status.OPEN))
                .orElseThrow(NotFound::new);
    }
}
