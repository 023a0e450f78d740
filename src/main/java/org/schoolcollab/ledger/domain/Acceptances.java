package org.schoolcollab.ledger.domain;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.AcceptanceRefused;
import org.schoolcollab.ledger.AwardOffer.Accepted;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which awards their leads have accepted: written once each, never changed. */
@Component
public class Acceptances {

    private final JdbcClient jdbc;
    private final SealedRows sealed;
    private final PortalClock clock;

    Acceptances(JdbcClient jdbc, SealedRows sealed, PortalClock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** The acceptance of this bid's award; empty before. */
    @Transactional(readOnly = true)
    public Optional<Accepted> of(BidId bid) {
        return jdbc.sql("""
                        select p.display_name, c.accepted_at, c.conditions
                        from ledger_acceptance c
                          join ledger_award a on a.id = c.award_id
                          left join security_person p on p.id = c.accepted_by
                        where a.bid_id = ?""")
                .param(bid.toString())
                .query((row, n) -> new Accepted(
                        Objects.requireNonNullElse(row.getString("display_name"), ""),
                        row.getTimestamp("accepted_at").toInstant(),
                        row.getString("conditions")))
                .optional();
    }

    /** @throws AcceptanceRefused unless the award of this bid is accepted */
    public void require(BidId bid) {
        if (of(bid).isEmpty()) {
            throw AcceptanceRefused.missing();
        }
    }

    /** @throws AcceptanceRefused if it is accepted, naming who did it */
    public void refuseAccepted(BidId bid) {
        of(bid).ifPresent(accepted -> {
            throw AcceptanceRefused.already(accepted.by(), accepted.at());
        });
    }

    /** Keeps the acceptance. The caller has locked the award. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Award award, PersonId by, String conditions) {
        sealed.insert(
                "ledger_acceptance",
                Map.of(
                        "award_id",
                        award.id(),
                        "accepted_by",
                        by,
                        "accepted_at",
                        clock.instant(),
                        "conditions",
                        conditions));
    }
}
