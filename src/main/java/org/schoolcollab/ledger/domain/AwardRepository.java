package org.schoolcollab.ledger.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface AwardRepository extends Repository<Award, UUID> {

    Optional<Award> findByBidId(UUID bidId);

    /** With the row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Award a where a.bidId = :bidId")
    Optional<Award> lockByBidId(UUID bidId);

    Award saveAndFlush(Award award);
}
