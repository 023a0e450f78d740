package org.schoolcollab.ledger.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.CorrectionView.Kind;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/**
 * A correction that was asked for.
 *
 * @param release the payment that a reversal is about
 */
public record Correction(
        UUID id,
        Kind kind,
        BidId bid,
        UUID award,
        UUID school,
        @Nullable UUID release,
        Money amount,
        String reason,
        boolean open,
        PersonId requestedBy,
        java.time.Instant requestedAt) {}
