package org.schoolcollab.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round of its own with one envelope and awarded bids in it, written straight into the tables: money without the story. */
public final class Scene {

    public final RoundId round = RoundId.random();
    public final String area = "LEDGER";
    public final List<UUID> collaborations = new ArrayList<>();
    private final JdbcClient jdbc;
    private final PersonId author = PersonId.random();

    public Scene(JdbcClient jdbc, Money envelope) {
        this.jdbc = jdbc;
        jdbc.sql("insert into establishment_area (code, name) values (?, 'Ledger area')")
                .param(area)
                .update();
        jdbc.sql("insert into establishment_district (code, name, area_code) values ('ledger', 'Ledger district', ?)")
                .param(area)
                .update();
        jdbc.sql("""
                        insert into programme_round (id, name, status, primary_guide_pence, secondary_guide_pence,
                          first_instalment_percent, later_needs_march_report)
                        values (?, ?, 'OPEN', 700000, 1200000, 60, true)""")
                .params(round.toString(), round.toString().substring(0, 20))
                .update();
        jdbc.sql("insert into programme_envelope (round_id, area_code, given_pence) values (?, ?, ?)")
                .params(round.toString(), area, envelope.pence())
                .update();
        jdbc.sql("""
                        insert into security_person (id, username, display_name, password_hash, created_at)
                        values (?, ?, 'Author', '-', now(6))""").params(author.toString(), "author." + author).update();
    }

    /** A bid that the board agreed, not yet committed. */
    public BidId agreed(Money amount) {
        UUID collaboration = UUID.randomUUID();
        UUID school = UUID.randomUUID();
        collaborations.add(collaboration);
        String name = "Collaboration " + collaboration;
        jdbc.sql("""
                        insert into collaboration_collaboration (id, slug, name, area_code, district_code)
                        values (?, ?, ?, ?, 'ledger')""")
                .params(collaboration.toString(), collaboration.toString(), name, area)
                .update();
        jdbc.sql("insert into establishment_school (id, name, phase, district_code) values (?, ?, 'PRIMARY', 'ledger')")
                .params(school.toString(), "School of " + name)
                .update();
        jdbc.sql("""
                        insert into collaboration_member (id, collaboration_id, school_id, lead, valid_from)
                        values (?, ?, ?, true, '2012-09-01')""")
                .params(UUID.randomUUID().toString(), collaboration.toString(), school.toString())
                .update();
        BidId bid = BidId.random();
        jdbc.sql("""
                        insert into bid_bid (id, collaboration_id, round_id, area_code, district_code, status, requested_pence,
                          recommended_pence, agreed_pence, created_by, created_at)
                        values (?, ?, ?, ?, 'ledger', 'AWARDED', ?, ?, ?, ?, now(6))""")
                .params(
                        bid.toString(),
                        collaboration.toString(),
                        round.toString(),
                        area,
                        amount.pence(),
                        amount.pence(),
                        amount.pence(),
                        author.toString())
                .update();
        return bid;
    }

    public Money balance(String column) {
        return Money.ofPence(jdbc.sql("select " + column + "_pence from ledger_envelope where round_id = ?")
                .param(round.toString())
                .query(Long.class)
                .single());
    }
}
