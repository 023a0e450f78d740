package org.schoolcollab.bid.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/** One collaboration's application in one round. Every change of status guards itself; the status is the authority. */
@Entity
@Table(name = "bid_bid")
public class Bid {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID collaborationId;

    @Column(nullable = false)
    private UUID roundId;

    @Column(nullable = false)
    private String areaCode;

    @Column(nullable = false)
    private String districtCode;

    /** The area whose board decides, where it is another than the bid's own. */
    private @Nullable String boardAreaCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "varchar(20)")
    private BidStatus status;

    @Column(nullable = false)
    private int revision;

    @Column(nullable = false)
    private long requestedPence;

    @Column(nullable = false)
    private long matchedPence;

    @Column(nullable = false)
    private long guidePence;

    @Column(nullable = false)
    private int memberCount;

    private @Nullable Long recommendedPence;

    private @Nullable Long agreedPence;

    @Column(nullable = false)
    private UUID createdBy;

    @Column(nullable = false)
    private Instant createdAt;

    private @Nullable Instant submittedAt;

    private @Nullable Instant closedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Bid() {}

    /** A new bid, being drafted. */
    public Bid(
            BidId id,
            CollaborationId collaboration,
            RoundId round,
            String areaCode,
            String districtCode,
            PersonId createdBy,
            Instant now) {
        this.id = id.value();
        this.collaborationId = collaboration.value();
        this.roundId = round.value();
        this.areaCode = areaCode;
        this.districtCode = districtCode;
        this.status = BidStatus.DRAFTING;
        this.revision = 1;
        this.createdBy = createdBy.value();
        this.createdAt = now;
    }

    /** The lead saved the draft; the sums are kept beside it for lists. */
    public void keepSums(Money requested, Money matched, Money guide, int members) {
        requireStatus(BidStatus.DRAFTING, BidStatus.RETURNED);
        requestedPence = requested.pence();
        matchedPence = matched.pence();
        guidePence = guide.pence();
        memberCount = members;
    }

    /** The schools of the bid are others now. */
    public void keepGuide(Money guide, int members) {
        requireStatus(BidStatus.DRAFTING, BidStatus.RETURNED);
        guidePence = guide.pence();
        memberCount = members;
    }

    /** The lead submits the checked plan, the first time or again after it was returned. */
    public void submit(Instant now) {
        requireStatus(BidStatus.DRAFTING, BidStatus.RETURNED);
        status = BidStatus.IN_REVIEW;
        submittedAt = now;
    }

    /** The adviser returns the plan; what is submitted next is a new revision. */
    public void returnForChanges() {
        requireStatus(BidStatus.IN_REVIEW);
        status = BidStatus.RETURNED;
        revision++;
        recommendedPence = null;
    }

    /** The adviser recommends an amount, at most what was asked for. */
    public void recommend(Money amount) {
        requireStatus(BidStatus.IN_REVIEW);
        status = BidStatus.BEFORE_BOARD;
        recommendedPence = amount.pence();
    }

    /** The board agreed an amount. */
    public void award(Money amount) {
        requireStatus(BidStatus.BEFORE_BOARD);
        status = BidStatus.AWARDED;
        agreedPence = amount.pence();
    }

    /** The board sends it back with questions; what is submitted next is a new revision, for review and decision anew. */
    public void defer() {
        requireStatus(BidStatus.BEFORE_BOARD);
        status = BidStatus.RETURNED;
        revision++;
        recommendedPence = null;
    }

    /** The board of another area decides instead. */
    public void passTo(String area) {
        requireStatus(BidStatus.BEFORE_BOARD);
        boardAreaCode = area.equals(areaCode) ? null : area;
    }

    public void refuse(Instant now) {
        requireStatus(BidStatus.BEFORE_BOARD);
        status = BidStatus.REFUSED;
        closedAt = now;
    }

    /** The lead withdraws, at any stage before the first release. */
    public void withdraw(Instant now) {
        if (!status.isBeforeRelease()) {
            throw new BidNotInStage(status);
        }
        status = BidStatus.WITHDRAWN;
        closedAt = now;
    }

    /** The first instalment is released. */
    public void deliver() {
        requireStatus(BidStatus.AWARDED);
        status = BidStatus.IN_DELIVERY;
    }

    public void close(Instant now) {
        requireStatus(BidStatus.IN_DELIVERY);
        status = BidStatus.CLOSED;
        closedAt = now;
    }

    private void requireStatus(BidStatus... allowed) {
        if (!Arrays.asList(allowed).contains(status)) {
            throw new BidNotInStage(status);
        }
    }

    public BidId id() {
        return new BidId(id);
    }

    public CollaborationId collaborationId() {
        return new CollaborationId(collaborationId);
    }

    public RoundId roundId() {
        return new RoundId(roundId);
    }

    public BidStatus status() {
        return status;
    }

    public int revision() {
        return revision;
    }

    public Money requested() {
        return Money.ofPence(requestedPence);
    }

    public Money guide() {
        return Money.ofPence(guidePence);
    }

    public int memberCount() {
        return memberCount;
    }
}
