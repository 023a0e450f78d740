package org.schoolcollab.ledger.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface AwardRepository extends Repository<Award, UUID> {

    Optional<Award> findByBidId(UUID bidId);

    /** The id of the bid's award, which never changes: to lock the award by. */
    @Query("select a.id from Award a where a.bidId = :bidId")
    Optional<UUID> idByBidId(UUID bidId);

    Award saveAndFlush(Award award);
}
