package org.schoolcollab.ledger.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.schoolcollab.ledger.EnvelopeExceeded;
import org.schoolcollab.shared.Money;

/** The account of one area in one round. Locked before anything is committed or released; never below zero. */
@Entity
@Table(name = "ledger_envelope")
public class Envelope {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID roundId;

    @Column(nullable = false)
    private String areaCode;

    @Column(nullable = false)
    private long givenPence;

    @Column(nullable = false)
    private long availablePence;

    @Column(nullable = false)
    private long committedPence;

    @Column(nullable = false)
    private long releasedPence;

    @Column(nullable = false)
    private Instant openedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Envelope() {}

    /** An envelope just given: all of it is available. */
    public Envelope(UUID roundId, String areaCode, Money given, Instant now) {
        this.id = UUID.randomUUID();
        this.roundId = roundId;
        this.areaCode = areaCode;
        this.givenPence = given.pence();
        this.availablePence = given.pence();
        this.openedAt = now;
    }

    /** @throws EnvelopeExceeded if less is available */
    public void commit(Money amount) {
        if (amount.isMoreThan(available())) {
            throw new EnvelopeExceeded(amount, available());
        }
        availablePence -= amount.pence();
        committedPence += amount.pence();
    }

    /** Takes a commitment back. */
    public void giveBack(Money amount) {
        requireCommitted(amount);
        committedPence -= amount.pence();
        availablePence += amount.pence();
    }

    /** A committed amount leaves for a school's budget. */
    public void release(Money amount) {
        requireCommitted(amount);
        committedPence -= amount.pence();
        releasedPence += amount.pence();
    }

    private void requireCommitted(Money amount) {
        if (!amount.isPositive() || amount.isMoreThan(committed())) {
            throw new IllegalStateException("only " + committed() + " is committed, not " + amount);
        }
    }

    public UUID id() {
        return id;
    }

    public Money given() {
        return Money.ofPence(givenPence);
    }

    public Money available() {
        return Money.ofPence(availablePence);
    }

    public Money committed() {
        return Money.ofPence(committedPence);
    }

    public Money released() {
        return Money.ofPence(releasedPence);
    }
}
