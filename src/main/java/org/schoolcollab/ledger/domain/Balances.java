package org.schoolcollab.ledger.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Balances as the journal has them, at any moment: what was credited to an account less what was debited, or the other way round. */
@Component
@Transactional(readOnly = true)
public class Balances {

    private final JdbcClient jdbc;

    Balances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stood on an account of an award at a moment, its entries included; all of it where none is named. */
    public Money ofAward(AccountRef account, @Nullable Instant at) {
        String award = String.valueOf(account.award());
        String school = account.school() == null ? null : account.school().toString();
        Timestamp until = at == null ? null : Timestamp.from(at);
        return Money.ofPence(jdbc.sql("""
                        select coalesce(sum(pence), 0) from (
                          select p.pence from ledger_posting p join ledger_entry e on e.id = p.entry_id
                          where p.credit_award_id = ? and p.credit_account = ? and p.credit_school_id <=> ? and (? is null or e.at <= ?)
                          union all
                          select -p.pence from ledger_posting p join ledger_entry e on e.id = p.entry_id
                          where p.debit_award_id = ? and p.debit_account = ? and p.debit_school_id <=> ? and (? is null or e.at <= ?)
                        ) sides""")
                .params(Arrays.asList(
                        award,
                        account.kind().name(),
                        school,
                        until,
                        until,
                        award,
                        account.kind().name(),
                        school,
                        until,
                        until))
                .query(Long.class)
                .single());
    }

    /** What stood on the accounts of an envelope at a moment, by kind; on all of them, those of awards added up. */
    public Map<Account, Money> ofEnvelope(UUID envelope, @Nullable Instant at) {
        Timestamp until = at == null ? null : Timestamp.from(at);
        Map<Account, Money> balances = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            balances.put(account, Money.ZERO);
        }
        jdbc.sql("""
                        select p.debit_account, p.credit_account, sum(p.pence) as pence
                        from ledger_entry e join ledger_posting p on p.entry_id = e.id
                        where e.envelope_id = ? and (? is null or e.at <= ?) group by p.debit_account, p.credit_account""").params(Arrays.asList(envelope.toString(), until, until)).query(row -> {
            Money moved = Money.ofPence(row.getLong("pence"));
            Account debit = Account.valueOf(row.getString("debit_account"));
            Account credit = Account.valueOf(row.getString("credit_account"));
            balances.merge(debit, debit.isDebit() ? moved : Money.ZERO.minus(moved), Money::plus);
            balances.merge(credit, credit.isDebit() ? Money.ZERO.minus(moved) : moved, Money::plus);
        });
        return balances;
    }
}
