package org.schoolcollab.programme;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds funding rounds with their envelopes. Not a use case: imports, which check what they add and record it, call it inside their
 * own transaction.
 */
@Component
public class RoundRegister {

    private final JdbcClient jdbc;

    RoundRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of a round of this name, the same on every database. */
    public static RoundId idOf(String name) {
        return new RoundId(UUID.nameUUIDFromBytes(("round:" + name).getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds the round with what each area may allocate, by the area's code. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Round round, Map<String, Money> envelopes) {
        jdbc.sql("""
                        insert into programme_round (id, name, status, bids_open, bids_close, primary_guide_pence,
                          secondary_guide_pence, nursery_guide_pence, special_guide_pence, pru_guide_pence, matched_funding_percent, first_instalment_percent, later_needs_march_report,
                          later_needs_match_proof, march_from, march_to, october_from, october_to)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        round.id().toString(),
                        round.name(),
                        round.status().name(),
                        round.bidsOpen(),
                        round.bidsClose(),
                        round.primaryGuide().pence(),
                        round.secondaryGuide().pence(),
                        round.nurseryGuide().pence(),
                        round.specialGuide().pence(),
                        round.pruGuide().pence(),
                        round.matchedFundingPercent(),
                        round.firstInstalmentPercent(),
                        round.laterNeedsMarchReport(),
                        round.laterNeedsMatchProof(),
                        round.marchFrom(),
                        round.marchTo(),
                        round.octoberFrom(),
                        round.octoberTo()))
                .update();
        jdbc.sql("""
                        insert into programme_measure (round_id, code, position, label, unit, better, lowest, highest)
                        select ?, code, position, label, unit, better, lowest, highest from programme_measure_at_first""").param(round.id().toString()).update();
        envelopes.forEach((area, given) -> jdbc.sql(
                        "insert into programme_envelope (round_id, area_code, given_pence) values (?, ?, ?)")
                .params(round.id().toString(), area, given.pence())
                .update());
    }

    /** The round is over: no bids are taken and its envelopes are closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(RoundId round) {
        jdbc.sql("update programme_round set status = ?, version = version + 1 where id = ?")
                .params(Round.Status.CLOSED.name(), round.toString())
                .update();
    }

    /** Whether the second instalment of the round's awards waits for proof of matched funding. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireMatchProof(RoundId round, boolean required) {
        jdbc.sql("update programme_round set later_needs_match_proof = ?, version = version + 1 where id = ?")
                .params(required, round.toString())
                .update();
    }

    /** Nobody else changes the round's set-up until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(RoundId round) {
        jdbc.sql("select version from programme_round where id = ? for update")
                .param(round.toString())
                .query(Integer.class)
                .single();
    }

    /** Something that belongs to the round's set-up has changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void touch(RoundId round) {
        jdbc.sql("update programme_round set version = version + 1 where id = ?")
                .param(round.toString())
                .update();
    }

    /** What the round suggests for a school of each phase. */
    @Transactional(propagation = Propagation.MANDATORY)
    void guide(RoundId round, Map<Phase, Money> amounts) {
        jdbc.sql("""
                        update programme_round set primary_guide_pence = ?, secondary_guide_pence = ?, nursery_guide_pence = ?,
                          special_guide_pence = ?, pru_guide_pence = ?, version = version + 1 where id = ?""")
                .params(
                        pence(amounts, Phase.PRIMARY),
                        pence(amounts, Phase.SECONDARY),
                        pence(amounts, Phase.NURSERY),
                        pence(amounts, Phase.SPECIAL),
                        pence(amounts, Phase.PRU),
                        round.toString())
                .update();
    }

    private static long pence(Map<Phase, Money> amounts, Phase phase) {
        return Objects.requireNonNull(amounts.get(phase)).pence();
    }

    /** Whether a round of this name exists. */
    @Transactional(readOnly = true)
    public boolean has(String name) {
        return jdbc.sql("select count(*) from programme_round where name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
