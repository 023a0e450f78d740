package org.schoolcollab.workflow;

import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.RoundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of a process a round's bids take, where it pins one; checks nobody. */
@Component
public class PinnedVersions {

    private final JdbcClient jdbc;
    private final DeployedDefinitions definitions;

    PinnedVersions(JdbcClient jdbc, DeployedDefinitions definitions) {
        this.jdbc = jdbc;
        this.definitions = definitions;
    }

    /** The pinned version's number. */
    public Optional<Integer> number(RoundId round, String key) {
        return jdbc.sql("select version from workflow_pin where round_id = ? and process_key = ?")
                .params(round.toString(), key)
                .query(Integer.class)
                .optional();
    }

    /** The version of every process that new bids of a round take: the round's, or the latest. */
    public List<DeployedDefinitions.Version> of(RoundId round) {
        return definitions.latest().stream()
                .map(latest -> number(round, latest.key())
                        .map(number -> definitions.version(latest.key(), number))
                        .orElse(latest))
                .toList();
    }

    /** The engine's id of the version that a process of this bid takes when it starts: the round's, or the latest. */
    String definitionFor(BidId bid, String key) {
        return jdbc.sql("""
                        select p.version from workflow_pin p join bid_bid b on b.round_id = p.round_id
                        where b.id = ? and p.process_key = ?""")
                .params(bid.toString(), key)
                .query(Integer.class)
                .optional()
                .map(number -> definitions.version(key, number))
                .or(() -> definitions.latest(key))
                .orElseThrow()
                .id();
    }
}
