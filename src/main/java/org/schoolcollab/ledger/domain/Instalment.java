package org.schoolcollab.ledger.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.DueCondition;
import org.schoolcollab.ledger.InstalmentNotOpen;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/** A part of an award that is released at once. Changed through its {@link Award} only. */
@Entity
@Table(name = "ledger_instalment")
public class Instalment {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "award_id")
    private Award award;

    @Column(nullable = false)
    private int number;

    @Column(nullable = false)
    private long amountPence;

    @Column(nullable = false)
    private long releasedPence;

    @Column(nullable = false)
    private int approvals;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "varchar(30)")
    private DueCondition dueCondition;

    @Column(nullable = false)
    private boolean conditionMet;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "varchar(20)")
    private InstalmentStatus status;

    private @Nullable UUID requestedBy;

    private @Nullable Instant requestedAt;

    private @Nullable String sentBack;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Instalment() {}

    Instalment(Award award, InstalmentPlan.Part part) {
        this.id = UUID.randomUUID();
        this.award = award;
        this.number = part.number();
        this.amountPence = part.amount().pence();
        this.dueCondition = part.condition();
        this.conditionMet = part.condition() == DueCondition.ON_AWARD;
        this.status = conditionMet ? InstalmentStatus.READY : InstalmentStatus.WAITING;
    }

    void conditionMet(DueCondition met) {
        if (dueCondition == met) {
            conditionMet = true;
            ready();
        }
    }

    private void ready() {
        if (status == InstalmentStatus.WAITING && conditionMet) {
            status = InstalmentStatus.READY;
        }
    }

    void request(PersonId by, Instant at) {
        require(InstalmentStatus.READY);
        status = InstalmentStatus.REQUESTED;
        requestedBy = by.value();
        requestedAt = at;
        sentBack = null;
    }

    void reject(String reason) {
        require(InstalmentStatus.REQUESTED);
        status = InstalmentStatus.READY;
        requestedBy = null;
        requestedAt = null;
        sentBack = reason;
    }

    void release() {
        require(InstalmentStatus.REQUESTED);
        status = InstalmentStatus.RELEASED;
        releasedPence = amountPence;
        approvals++;
    }

    void cancel() {
        status = InstalmentStatus.CANCELLED;
    }

    private void require(InstalmentStatus needed) {
        if (status == needed) {
            return;
        }
        if (status == InstalmentStatus.WAITING) {
            throw new InstalmentNotOpen(dueCondition);
        }
        throw new InstalmentNotOpen(status);
    }

    public UUID id() {
        return id;
    }

    public int number() {
        return number;
    }

    public Money amount() {
        return Money.ofPence(amountPence);
    }

    /** What of it is with schools, or was once and came back as unspent. */
    public Money released() {
        return Money.ofPence(releasedPence);
    }

    /** What of it is still to be paid. */
    public Money open() {
        return amount().minus(released());
    }

    /** How often it was approved: more than once only where a payment was reversed. */
    public int approvals() {
        return approvals;
    }

    public InstalmentStatus status() {
        return status;
    }

    public @Nullable PersonId requestedBy() {
        return requestedBy == null ? null : new PersonId(requestedBy);
    }

    public @Nullable Instant requestedAt() {
        return requestedAt;
    }
}
