package org.schoolcollab.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.AwardStatus;
import org.schoolcollab.ledger.DueCondition;
import org.schoolcollab.ledger.EnvelopeExceeded;
import org.schoolcollab.ledger.InstalmentNotOpen;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;

class AwardTest {

    private static final Instant NOW = Instant.parse("2014-10-01T09:00:00Z");
    private static final PersonId OFFICER = PersonId.random();

    private final Award award = new Award(
            BidId.random(),
            UUID.randomUUID(),
            Money.ofPounds(1000),
            new InstalmentPlan(List.of(
                    new InstalmentPlan.Part(1, Money.ofPounds(600), DueCondition.ON_AWARD),
                    new InstalmentPlan.Part(2, Money.ofPounds(400), DueCondition.AFTER_MARCH_REPORT))),
            NOW);

    @Test
    void theFirstInstalmentIsReadyAndTheSecondWaits() {
        assertThat(award.instalment(1).status()).isEqualTo(InstalmentStatus.READY);
        assertThat(award.instalment(2).status()).isEqualTo(InstalmentStatus.WAITING);
    }

    @Test
    void releasesOnlyWhatWasRequested() {
        assertThatThrownBy(() -> award.release(1))
                .isInstanceOf(InstalmentNotOpen.class)
                .hasMessageContaining("READY");
    }

    @Test
    void refusesTheSameReleaseTwice() {
        award.request(1, OFFICER, NOW);
        award.release(1);

        assertThatThrownBy(() -> award.release(1))
                .isInstanceOf(InstalmentNotOpen.class)
                .hasMessageContaining("RELEASED");
        assertThat(award.released()).isEqualTo(Money.ofPounds(600));
    }

    @Test
    void refusesTheSecondInstalmentBeforeTheFirstIsOut() {
        award.marchReportAccepted();

        assertThatThrownBy(() -> award.request(2, OFFICER, NOW)).hasMessageContaining("AFTER_FIRST_RELEASE");
    }

    @Test
    void refusesTheSecondInstalmentBeforeTheMarchReportIsAccepted() {
        award.request(1, OFFICER, NOW);
        award.release(1);

        assertThatThrownBy(() -> award.request(2, OFFICER, NOW)).hasMessageContaining("AFTER_MARCH_REPORT");
    }

    @Test
    void isReleasedInFullAfterBoth() {
        award.request(1, OFFICER, NOW);
        award.release(1);
        award.marchReportAccepted();
        award.request(2, OFFICER, NOW);
        award.release(2);

        assertThat(award.status()).isEqualTo(AwardStatus.RELEASED);
        assertThat(award.released()).isEqualTo(award.agreed());
    }

    @Test
    void aRequestSentBackMayBeMadeAgain() {
        award.request(1, OFFICER, NOW);
        award.reject(1, "the payee moved");

        assertThat(award.instalment(1).status()).isEqualTo(InstalmentStatus.READY);
        assertThat(award.instalment(1).requestedBy()).isNull();
        award.request(1, OFFICER, NOW);
    }

    @Test
    void isNotGivenBackOnceMoneyIsOut() {
        award.request(1, OFFICER, NOW);
        award.release(1);

        assertThatThrownBy(award::giveBack).isInstanceOf(InstalmentNotOpen.class);
    }

    @Test
    void nothingOfAnAwardGivenBackIsReleased() {
        award.request(1, OFFICER, NOW);
        award.giveBack();

        assertThatThrownBy(() -> award.release(1)).hasMessageContaining("CANCELLED");
        assertThatThrownBy(() -> award.request(1, OFFICER, NOW)).hasMessageContaining("CANCELLED");
    }

    @Test
    void hasNoThirdInstalment() {
        assertThatThrownBy(() -> award.request(3, OFFICER, NOW)).isInstanceOf(NotFound.class);
    }

    @Test
    void anEnvelopeCommitsNoMoreThanItHolds() {
        Envelope envelope = new Envelope(UUID.randomUUID(), "SOUTH", Money.ofPounds(100), NOW);
        envelope.commit(Money.ofPounds(60));

        assertThatThrownBy(() -> envelope.commit(Money.ofPence(4_001))).isInstanceOf(EnvelopeExceeded.class);
        envelope.commit(Money.ofPence(4_000));
        assertThat(envelope.available()).isEqualTo(Money.ZERO);
        envelope.giveBack(Money.ofPounds(60));
        envelope.release(Money.ofPounds(40));
        assertThat(envelope.available()).isEqualTo(Money.ofPounds(60));
        assertThat(envelope.committed()).isEqualTo(Money.ZERO);
        assertThat(envelope.released()).isEqualTo(Money.ofPounds(40));
        assertThatThrownBy(() -> envelope.release(Money.ofPence(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aJournalEntryMustBalance() {
        UUID envelope = UUID.randomUUID();
        List<Posting> lopsided = List.of(
                new Posting(envelope, Account.AVAILABLE, Posting.Side.DEBIT, Money.ofPence(2)),
                new Posting(envelope, Account.COMMITTED, Posting.Side.CREDIT, Money.ofPence(1)));

        assertThatThrownBy(() -> new JournalEntry(
                        UUID.randomUUID(), org.schoolcollab.ledger.EntryKind.COMMITTED, null, "k", null, lopsided))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Posting(envelope, Account.AVAILABLE, Posting.Side.DEBIT, Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
