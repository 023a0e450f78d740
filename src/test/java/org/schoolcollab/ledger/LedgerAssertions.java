package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of the ledger at every moment, asked of the database: rules 2 to 4. */
public final class LedgerAssertions {

    private static final Map<String, String> VIOLATIONS = Map.of(
            "a journal entry without a posting, or one whose lines are not 1, 2, …", """
                    select e.id from ledger_entry e left join ledger_posting p on p.entry_id = e.id group by e.id
                    having count(p.line) = 0 or max(p.line) <> count(p.line)""",
            "an envelope whose balances differ from the journal", """
                    select l.id from ledger_envelope l
                      left join (select e.envelope_id,
                          sum(if(p.debit_account = 'GRANT', p.pence, 0) - if(p.credit_account = 'GRANT', p.pence, 0)) as given,
                          sum(if(p.credit_account = 'AVAILABLE', p.pence, 0) - if(p.debit_account = 'AVAILABLE', p.pence, 0)) as available,
                          sum(if(p.credit_account = 'HELD', p.pence, 0) - if(p.debit_account = 'HELD', p.pence, 0)) as held,
                          sum(if(p.credit_account = 'COMMITTED', p.pence, 0) - if(p.debit_account = 'COMMITTED', p.pence, 0)) as committed,
                          sum(if(p.credit_account = 'RELEASED', p.pence, 0) - if(p.debit_account = 'RELEASED', p.pence, 0)) as released,
                          sum(if(p.credit_account = 'SPENT', p.pence, 0) - if(p.debit_account = 'SPENT', p.pence, 0)) as spent,
                          sum(if(p.credit_account = 'LAPSED', p.pence, 0) - if(p.debit_account = 'LAPSED', p.pence, 0)) as lapsed
                        from ledger_posting p join ledger_entry e on e.id = p.entry_id group by e.envelope_id) j on j.envelope_id = l.id
                    where l.given_pence <> coalesce(j.given, 0) or l.available_pence <> coalesce(j.available, 0)
                      or l.held_pence <> coalesce(j.held, 0) or l.committed_pence <> coalesce(j.committed, 0)
                      or l.released_pence <> coalesce(j.released, 0) or l.spent_pence <> coalesce(j.spent, 0)
                      or l.lapsed_pence <> coalesce(j.lapsed, 0)""",
            "an envelope that does not add up or holds less than nothing", """
                    select id from ledger_envelope
                    where given_pence <> available_pence + held_pence + committed_pence + released_pence + spent_pence + lapsed_pence
                      or least(available_pence, held_pence, committed_pence, released_pence, spent_pence, lapsed_pence) < 0""",
            "an envelope whose commitments differ from its awards", """
                    select l.id from ledger_envelope l left join ledger_award a on a.envelope_id = l.id
                    group by l.id
                    having max(l.committed_pence) <> coalesce(sum(a.committed_pence), 0)
                      or max(l.released_pence) <> coalesce(sum(a.released_pence), 0)""",
            "an award whose balances differ from the journal", """
                    select a.id from ledger_award a
                      left join (select account, award_id, sum(pence) as pence from (
                          select credit_account as account, credit_award_id as award_id, pence from ledger_posting
                          union all select debit_account, debit_award_id, -pence from ledger_posting) sides
                        where award_id is not null and account in ('COMMITTED', 'RELEASED') group by account, award_id) j
                        on j.award_id = a.id
                    group by a.id, a.committed_pence, a.released_pence
                    having a.committed_pence <> coalesce(sum(if(j.account = 'COMMITTED', j.pence, 0)), 0)
                      or a.released_pence <> coalesce(sum(if(j.account = 'RELEASED', j.pence, 0)), 0)""",
            "an award whose instalments do not add up", """
                    select a.id from ledger_award a join ledger_instalment i on i.award_id = a.id group by a.id
                    having sum(if(i.status = 'CANCELLED', i.released_pence, i.amount_pence)) <> max(a.agreed_pence - a.returned_pence)
                      or sum(i.released_pence) <> max(a.released_pence + a.clawed_back_pence)""",
            "an instalment whose amount paid differs from its payments", """
                    select i.id from ledger_instalment i
                      left join ledger_release r on r.instalment_id = i.id
                      left join ledger_reversal v on v.release_id = r.id
                    group by i.id, i.released_pence
                    having i.released_pence <> coalesce(sum(if(v.release_id is null, r.amount_pence, 0)), 0)""",
            "a bid whose agreed amount differs from its award", """
                    select b.id from bid_bid b join ledger_award a on a.bid_id = b.id where b.agreed_pence <> a.agreed_pence""",
            "an award whose shares do not add up, or an instalment whose portions do not", """
                    select h.award_id from ledger_share h join ledger_award a on a.id = h.award_id
                    where a.status <> 'RETURNED' group by h.award_id having sum(h.pence) <> max(a.agreed_pence - a.returned_pence)
                    union all
                    select i.id from ledger_instalment i join ledger_portion p on p.instalment_id = i.id
                    where i.status <> 'CANCELLED' group by i.id having sum(p.pence) <> max(i.amount_pence)
                    union all
                    select h.award_id from ledger_share h
                      left join (select i.award_id, p.school_id, sum(p.pence) as pence from ledger_portion p
                        join ledger_instalment i on i.id = p.instalment_id group by i.award_id, p.school_id) p
                        on p.award_id = h.award_id and p.school_id = h.school_id
                    where h.pence <> coalesce(p.pence, 0)""",
            "a chain that is broken", """
                    select e.id from ledger_entry e join ledger_entry b on b.envelope_id = e.envelope_id and b.sequence = e.sequence - 1
                    where e.prev_hash <> b.hash
                    union all
                    select e.id from ledger_entry e where e.sequence = 1 and e.prev_hash <> repeat('0', 64)
                    union all
                    select l.id from ledger_envelope l
                      left join (select envelope_id, count(*) as entries, max(sequence) as last from ledger_entry group by envelope_id) e
                        on e.envelope_id = l.id
                      left join ledger_entry h on h.envelope_id = l.id and h.sequence = l.entries
                    where l.entries <> coalesce(e.entries, 0) or l.entries <> coalesce(e.last, 0)
                      or l.head_hash <> coalesce(h.hash, repeat('0', 64))""");

    private LedgerAssertions() {}

    public static void holds(JdbcClient jdbc) {
        VIOLATIONS.forEach((what, query) ->
                assertThat(jdbc.sql(query).query(String.class).list()).as(what).isEmpty());
    }
}
