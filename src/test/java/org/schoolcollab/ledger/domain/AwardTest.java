package org.schoolcollab.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.ledger.AwardStatus;
import org.schoolcollab.ledger.DueCondition;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.EnvelopeClosed;
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
    void anEnvelopeTakesNoMoreThanItHolds() {
        Envelope envelope = new Envelope(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "SOUTH",
                Map.of(Account.GRANT, Money.ofPounds(100), Account.AVAILABLE, Money.ofPounds(100)),
                false,
                1,
                "a".repeat(64));
        UUID one = award.id();
        envelope.take(move(AccountRef.AVAILABLE, AccountRef.committed(one), 6_000));

        assertThatThrownBy(() -> envelope.take(move(AccountRef.AVAILABLE, AccountRef.committed(one), 4_001)))
                .isInstanceOf(EnvelopeExceeded.class);
        envelope.take(move(AccountRef.AVAILABLE, AccountRef.committed(one), 4_000));
        assertThat(envelope.available()).isEqualTo(Money.ZERO);
        envelope.take(move(AccountRef.committed(one), AccountRef.AVAILABLE, 6_000));
        envelope.take(move(AccountRef.committed(one), AccountRef.released(one, UUID.randomUUID()), 4_000));
        assertThat(envelope.available()).isEqualTo(Money.ofPounds(60));
        assertThat(envelope.balance(Account.COMMITTED)).isEqualTo(Money.ZERO);
        assertThat(envelope.balance(Account.RELEASED)).isEqualTo(Money.ofPounds(40));
        assertThatThrownBy(() -> envelope.take(move(AccountRef.committed(one), AccountRef.AVAILABLE, 1)))
                .isInstanceOf(IllegalStateException.class);
        envelope.close();
        assertThatThrownBy(() -> envelope.take(move(AccountRef.AVAILABLE, AccountRef.HELD, 1)))
                .isInstanceOf(EnvelopeClosed.class);
    }

    private static JournalEntry move(AccountRef from, AccountRef to, long pence) {
        return JournalEntry.move(EntryKind.COMMITTED, null, "k", from, to, Money.ofPence(pence));
    }

    @Test
    void aPostingMovesAtLeastAPennyBetweenTwoAccounts() {
        assertThatThrownBy(() -> move(AccountRef.AVAILABLE, AccountRef.HELD, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> move(AccountRef.HELD, AccountRef.HELD, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JournalEntry.of(EntryKind.RELEASED, null, "k", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccountRef(Account.RELEASED, UUID.randomUUID(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
