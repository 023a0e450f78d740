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
import org.schoolcollab.ledger.LedgerActRefused;
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

    @Column(nullable = false)
    private boolean needsMatch;

    @Column(nullable = false)
    private boolean matchMet;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "varchar(20)")
    private InstalmentStatus status;

    private @Nullable UUID requestedBy;

    private @Nullable Instant requestedAt;

    private @Nullable String sentBack;

    private @Nullable String holdReason;

    private @Nullable UUID heldBy;

    private @Nullable Instant heldAt;

    private @Nullable String cancelReason;

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
        this.needsMatch = part.needsMatch();
        this.status = conditionMet && !needsMatch ? InstalmentStatus.READY : InstalmentStatus.WAITING;
    }

    void conditionMet(DueCondition met) {
        if (dueCondition == met) {
            conditionMet = true;
            ready();
        }
    }

    void matchProved() {
        matchMet = true;
        ready();
    }

    private void ready() {
        if (status == InstalmentStatus.WAITING && conditionMet && (matchMet || !needsMatch)) {
            status = InstalmentStatus.READY;
        }
    }

    void request(PersonId by, Instant at) {
        requireNoHold();
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
        requireNoHold();
        require(InstalmentStatus.REQUESTED);
        status = InstalmentStatus.RELEASED;
        releasedPence = amountPence;
        approvals++;
    }

    void cancel() {
        status = InstalmentStatus.CANCELLED;
        requestedBy = null;
        requestedAt = null;
        holdReason = null;
        heldBy = null;
        heldAt = null;
    }

    /** Nothing more of it is paid; only before it is requested. */
    void cancel(String reason) {
        if (status != InstalmentStatus.WAITING && status != InstalmentStatus.READY) {
            throw new InstalmentNotOpen(status);
        }
        cancel();
        cancelReason = reason;
    }

    void hold(String reason, PersonId by, Instant at) {
        requireNoHold();
        if (status == InstalmentStatus.RELEASED || status == InstalmentStatus.CANCELLED) {
            throw new InstalmentNotOpen(status);
        }
        holdReason = reason;
        heldBy = by.value();
        heldAt = at;
    }

    void endHold() {
        if (holdReason == null) {
            throw LedgerActRefused.notOnHold();
        }
        holdReason = null;
        heldBy = null;
        heldAt = null;
    }

    /** A payment of it failed: it is ready to be requested again. */
    void reverse(Money payment) {
        if (status != InstalmentStatus.RELEASED && status != InstalmentStatus.READY) {
            throw new InstalmentNotOpen(status);
        }
        releasedPence = released().minus(payment).pence();
        status = InstalmentStatus.READY;
        requestedBy = null;
        requestedAt = null;
    }

    /** Less of it is paid, but not nothing more. */
    void reduce(Money by) {
        if (!reducible().isMoreThan(by)) {
            throw new IllegalStateException("instalment " + id + " cannot be reduced by " + by);
        }
        amountPence = amount().minus(by).pence();
    }

    /** What could be taken from it: nothing while it is requested. */
    Money reducible() {
        return status == InstalmentStatus.WAITING || status == InstalmentStatus.READY ? open() : Money.ZERO;
    }

    private void requireNoHold() {
        if (holdReason != null) {
            throw LedgerActRefused.onHold(holdReason);
        }
    }

    private void require(InstalmentStatus needed) {
        if (status == needed) {
            return;
        }
        if (status == InstalmentStatus.WAITING) {
            throw conditionMet ? LedgerActRefused.matchNotProved() : new InstalmentNotOpen(dueCondition);
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

    /** Why it is on hold, null where it is not. */
    public @Nullable String holdReason() {
        return holdReason;
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
