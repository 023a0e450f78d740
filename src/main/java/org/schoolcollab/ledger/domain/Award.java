package org.schoolcollab.ledger.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.AwardStatus;
import org.schoolcollab.ledger.DueCondition;
import org.schoolcollab.ledger.InstalmentNotOpen;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.ledger.LedgerActRefused;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;

/** What a board agreed for a bid, and the instalments in which it is released: never more than was agreed (rule 3). */
@Entity
@Table(name = "ledger_award")
public class Award {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID bidId;

    @Column(nullable = false)
    private UUID envelopeId;

    @Column(nullable = false)
    private long agreedPence;

    @Column(nullable = false)
    private long committedPence;

    @Column(nullable = false)
    private long releasedPence;

    @Column(nullable = false)
    private long returnedPence;

    @Column(nullable = false)
    private long clawedBackPence;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "varchar(20)")
    private AwardStatus status;

    @Column(nullable = false)
    private Instant committedAt;

    @OneToMany(mappedBy = "award", cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @OrderBy("number")
    private List<Instalment> instalments = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Award() {}

    /** An award just committed, with its instalments laid out. */
    public Award(BidId bid, UUID envelope, Money agreed, InstalmentPlan plan, Instant now) {
        this.id = UUID.randomUUID();
        this.bidId = bid.value();
        this.envelopeId = envelope;
        this.agreedPence = agreed.pence();
        this.committedPence = agreed.pence();
        this.status = AwardStatus.COMMITTED;
        this.committedAt = now;
        plan.parts().forEach(part -> instalments.add(new Instalment(this, part)));
    }

    /** The March report is accepted: the instalment that waited for it may be requested. */
    public void marchReportAccepted() {
        instalments.forEach(instalment -> instalment.conditionMet(DueCondition.AFTER_MARCH_REPORT));
    }

    /** @throws InstalmentNotOpen unless it is ready */
    public void request(int number, PersonId by, Instant at) {
        Instalment instalment = instalment(number);
        boolean earlierIsOut = instalments.stream()
                .filter(earlier -> earlier.number() < number)
                .allMatch(earlier -> earlier.status() == InstalmentStatus.RELEASED
                        || earlier.status() == InstalmentStatus.CANCELLED);
        if (!earlierIsOut) {
            throw new InstalmentNotOpen(DueCondition.AFTER_FIRST_RELEASE);
        }
        instalment.request(by, at);
    }

    /** Another person sent the request back. */
    public void reject(int number, String reason) {
        instalment(number).reject(reason);
    }

    /**
     * What is open of the instalment leaves for the schools' budgets.
     *
     * @return what left
     */
    public Money release(int number) {
        Instalment instalment = instalment(number);
        Money open = instalment.open();
        instalment.release();
        committedPence = lessThanCommitted(open);
        releasedPence = released().plus(open).pence();
        instalments.forEach(later -> later.conditionMet(DueCondition.AFTER_FIRST_RELEASE));
        settle();
        return open;
    }

    /**
     * The bid is withdrawn before any release: nothing of it will be paid.
     *
     * @return what goes back to the envelope
     */
    public Money giveBack() {
        if (status != AwardStatus.COMMITTED
                || instalments.stream().anyMatch(instalment -> instalment.approvals() > 0)) {
            throw new InstalmentNotOpen(InstalmentStatus.RELEASED);
        }
        Money rest = committed();
        returnedPence = Money.ofPence(returnedPence).plus(rest).pence();
        committedPence = 0;
        status = AwardStatus.RETURNED;
        instalments.forEach(Instalment::cancel);
        return rest;
    }

    /** All matched funding that was pledged is proved (rule 5, §44). */
    public void matchProved() {
        instalments.forEach(Instalment::matchProved);
    }

    /** A payment of an instalment failed: its money is committed again. */
    public void reverse(int number, Money payment) {
        if (payment.isMoreThan(released())) {
            throw LedgerActRefused.clawedBackAlready();
        }
        instalment(number).reverse(payment);
        releasedPence = released().minus(payment).pence();
        committedPence = committed().plus(payment).pence();
        settle();
    }

    /** Unspent money comes back from a school. */
    public void clawBack(Money amount) {
        releasedPence = released().minus(amount).pence();
        clawedBackPence = Money.ofPence(clawedBackPence).plus(amount).pence();
        settle();
    }

    /**
     * Nothing more of an instalment is paid.
     *
     * @return what goes back to the envelope
     */
    public Money cancel(int number, String reason) {
        Instalment instalment = instalment(number);
        if (number == 1 && instalment.approvals() == 0) {
            throw LedgerActRefused.firstInstalment();
        }
        Money open = instalment.open();
        instalment.cancel(reason);
        giveUp(open);
        return open;
    }

    /** Less of an instalment is paid, but not nothing of it. */
    public void reduce(int number, Money amount) {
        instalment(number).reduce(amount);
        giveUp(amount);
    }

    private void giveUp(Money amount) {
        committedPence = lessThanCommitted(amount);
        returnedPence = Money.ofPence(returnedPence).plus(amount).pence();
        settle();
    }

    private long lessThanCommitted(Money amount) {
        if (amount.isMoreThan(committed())) {
            throw new IllegalStateException("releases of award " + id + " would exceed it");
        }
        return committed().minus(amount).pence();
    }

    private void settle() {
        if (committedPence > 0) {
            status = AwardStatus.COMMITTED;
        } else {
            status = released().isZero() && clawedBackPence == 0 ? AwardStatus.RETURNED : AwardStatus.RELEASED;
        }
    }

    /** @throws NotFound if the award has no such instalment */
    public Instalment instalment(int number) {
        return instalments.stream()
                .filter(instalment -> instalment.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public UUID id() {
        return id;
    }

    public AwardStatus status() {
        return status;
    }

    public Money agreed() {
        return Money.ofPence(agreedPence);
    }

    /** What is committed and not released yet. */
    public Money committed() {
        return Money.ofPence(committedPence);
    }

    /** What the schools have of it now. */
    public Money released() {
        return Money.ofPence(releasedPence);
    }

    public UUID envelopeId() {
        return envelopeId;
    }

    public BidId bid() {
        return new BidId(bidId);
    }

    public List<Instalment> instalments() {
        return List.copyOf(instalments);
    }
}
