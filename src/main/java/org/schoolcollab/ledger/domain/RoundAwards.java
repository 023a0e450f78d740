package org.schoolcollab.ledger.domain;

import java.util.Optional;
import org.schoolcollab.programme.AwardsOfRound;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An award is made under the lock of its envelope: with all of them locked, the answer stays true. */
@Component
class RoundAwards implements AwardsOfRound {

    private final Rounds rounds;
    private final EnvelopeAccounts envelopes;
    private final JdbcClient jdbc;

    RoundAwards(Rounds rounds, EnvelopeAccounts envelopes, JdbcClient jdbc) {
        this.rounds = rounds;
        this.envelopes = envelopes;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean has(RoundId round) {
        return jdbc.sql("""
                        select exists (select 1 from ledger_award a join ledger_envelope e on e.id = a.envelope_id
                          where e.round_id = ?)""").param(round.toString()).query(Boolean.class).single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hasLocked(RoundId round) {
        rounds.envelopes(round).stream()
                .map(given -> envelopes.idOf(round, given.areaCode()))
                .flatMap(Optional::stream)
                .sorted()
                .forEach(envelopes::lock);
        return has(round);
    }
}
