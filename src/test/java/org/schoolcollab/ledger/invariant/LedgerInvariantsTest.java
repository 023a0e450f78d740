package org.schoolcollab.ledger.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.schoolcollab.ledger.AreaAllSpending;
import org.schoolcollab.ledger.EnvelopeControl;
import org.schoolcollab.ledger.JournalChain;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.ledger.LedgerStatements;
import org.schoolcollab.programme.RoundRegister;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's ledger holds every invariant; a planted defect is noticed by its own check and by no other. */
@PortalTest
class LedgerInvariantsTest {

    @Autowired
    EnvelopeControl envelopes;

    @Autowired
    AreaAllSpending spending;

    @Autowired
    LedgerStatements statements;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(Invariant.class)
    void thePortalsLedgerHolds(Invariant invariant) throws Exception {
        invariant.check(new PortalBooks(envelopes, spending, statements, logIn, jdbc, RoundRegister.idOf("2014/15")));

        LedgerAssertions.holds(jdbc);
        JournalChain.holds(jdbc);
    }

    @ParameterizedTest
    @EnumSource(Invariant.class)
    void theSmallLedgerHolds(Invariant invariant) {
        invariant.check(new SmallBooks());
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void aPlantedDefectIsNoticedByItsOwnCheckAlone(Defect defect) {
        List<Invariant> broken = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            if (catchThrowable(() -> invariant.check(defect.books())) != null) {
                broken.add(invariant);
            }
        }
        assertThat(broken).containsExactly(defect.noticedBy());
    }

    @Test
    void everyInvariantHasADefect() {
        assertThat(Defect.values()).extracting(Defect::noticedBy).containsOnly(Invariant.values());
    }
}
