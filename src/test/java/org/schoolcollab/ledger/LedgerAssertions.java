package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of the ledger at every moment, asked of the database: rules 2 to 4. */
public final class LedgerAssertions {

    private static final Map<String, String> VIOLATIONS = Map.of(
            "a journal entry that is not balanced", """
                    select e.id from ledger_entry e left join ledger_posting p on p.entry_id = e.id group by e.id
                    having coalesce(sum(case when side = 'DEBIT' then pence else -pence end), 1) <> 0""",
            "an envelope whose balances differ from the journal", """
                    select l.id from ledger_envelope l left join ledger_posting p on p.envelope_id = l.id group by l.id
                    having coalesce(sum(case when account = 'AVAILABLE' then if(side = 'CREDIT', pence, -pence) end), 0) <> max(l.available_pence)
                      or coalesce(sum(case when account = 'COMMITTED' then if(side = 'CREDIT', pence, -pence) end), 0) <> max(l.committed_pence)
                      or coalesce(sum(case when account = 'RELEASED' then if(side = 'CREDIT', pence, -pence) end), 0) <> max(l.released_pence)
                      or coalesce(sum(case when account = 'GRANT' then if(side = 'DEBIT', pence, -pence) end), 0) <> max(l.given_pence)""",
            "an envelope that does not add up or holds less than nothing", """
                    select id from ledger_envelope where given_pence <> available_pence + committed_pence + released_pence
                      or least(available_pence, committed_pence, released_pence) < 0""",
            "an envelope whose commitments differ from its awards", """
                    select l.id from ledger_envelope l left join ledger_award a on a.envelope_id = l.id and a.status <> 'RETURNED'
                    group by l.id
                    having max(l.committed_pence) <> coalesce(sum(a.agreed_pence - a.released_pence), 0)
                      or max(l.released_pence) <> coalesce(sum(a.released_pence), 0)""",
            "an award whose instalments do not add up", """
                    select a.id from ledger_award a join ledger_instalment i on i.award_id = a.id group by a.id
                    having sum(i.amount_pence) <> max(a.agreed_pence)
                      or sum(if(i.status = 'RELEASED', i.amount_pence, 0)) <> max(a.released_pence)""",
            "an instalment whose state and release disagree", """
                    select i.id from ledger_instalment i left join ledger_release r on r.instalment_id = i.id
                    where (i.status = 'RELEASED') <> (r.id is not null) or r.amount_pence <> i.amount_pence""",
            "a bid whose agreed amount differs from its award", """
                    select b.id from bid_bid b join ledger_award a on a.bid_id = b.id where b.agreed_pence <> a.agreed_pence""");

    private LedgerAssertions() {}

    public static void holds(JdbcClient jdbc) {
        VIOLATIONS.forEach((what, query) ->
                assertThat(jdbc.sql(query).query(String.class).list()).as(what).isEmpty());
    }
}
