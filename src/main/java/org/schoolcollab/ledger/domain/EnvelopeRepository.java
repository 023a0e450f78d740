package org.schoolcollab.ledger.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface EnvelopeRepository extends Repository<Envelope, UUID> {

    /** With the row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Envelope e where e.roundId = :roundId and e.areaCode = :areaCode")
    Optional<Envelope> lock(UUID roundId, String areaCode);

    Envelope saveAndFlush(Envelope envelope);
}
