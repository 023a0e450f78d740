package org.schoolcollab.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.TestDatabase;
import org.schoolcollab.verify.DatabaseRows;
import org.schoolcollab.verify.Verification;
import org.schoolcollab.workflow.Reconciliation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must hold after something was killed and the act done again: once, with books, process and chains in agreement. */
@Component
public class Aftermath {

    private final MoneyActs acts;
    private final Reconciliation reconciliation;
    private final LogIn logIn;
    private final JdbcClient jdbc;

    Aftermath(MoneyActs acts, Reconciliation reconciliation, LogIn logIn, JdbcClient jdbc) {
        this.acts = acts;
        this.reconciliation = reconciliation;
        this.logIn = logIn;
        this.jdbc = jdbc;
    }

    /** @param when for the message */
    public void happenedOnce(MoneyActs.Next next, String when) {
        assertThat(acts.happened(next)).as("%s %s", next.act(), when).isEqualTo(1);
        booksAgree(when);
        Verification verification = new Verification();
        EmbeddedMariaDb server = TestDatabase.instance().server();
        DatabaseRows.read(server.url(), EmbeddedMariaDb.APPLICATION, server.applicationPassword(), verification::take);
        assertThat(verification.report().faults()).as("chains %s", when).isEmpty();
    }

    /** The ledger adds up, and the process and the modules say the same. */
    public void booksAgree(String when) {
        LedgerAssertions.holds(jdbc);
        assertThat(logIn.as("admin", reconciliation::differences))
                .as("process and modules %s", when)
                .isEmpty();
    }
}
