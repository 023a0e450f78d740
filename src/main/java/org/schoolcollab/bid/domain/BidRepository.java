package org.schoolcollab.bid.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface BidRepository extends Repository<Bid, UUID> {

    Optional<Bid> findById(UUID id);

    /** With the row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Bid b where b.id = :id")
    Optional<Bid> lockById(UUID id);

    boolean existsByCollaborationIdAndRoundId(UUID collaborationId, UUID roundId);

    Bid saveAndFlush(Bid bid);
}
