package org.schoolcollab.ledger.payment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.PayeeKind;
import org.schoolcollab.shared.Money;

/**
 * An approved payment to a school, as the council's ledger gets it.
 *
 * @param payeeUrn the school's number in the national register, null where it has none
 * @param payeeId the school's id in the portal
 * @param approvedOn day in London
 */
public record Payment(
        UUID release,
        String reference,
        PayeeKind kind,
        String payee,
        @Nullable Integer payeeUrn,
        UUID payeeId,
        Money amount,
        String round,
        String area,
        String collaboration,
        int instalment,
        LocalDate approvedOn) {}
