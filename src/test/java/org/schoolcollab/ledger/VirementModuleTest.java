package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.shared.Money;
import org.springframework.beans.factory.annotation.Autowired;

/** Shares of an award, before and after they are moved or made less. */
class VirementModuleTest extends FinanceScene {

    @Autowired
    BudgetRelease release;

    @Autowired
    Virement virement;

    @Test
    void anAwardIsReducedFromItsLastInstalmentAndARepetitionIsNoSecondOne() {
        BidId bid = shared(7_000, 14_000);
        UUID key = UUID.randomUUID();

        assertThat(logIn.as("finance.approver", () -> virement.reduce(bid, Money.ofPounds(9_000), "Cut", key)))
                .isTrue();
        assertThat(logIn.as("finance.approver", () -> virement.reduce(bid, Money.ofPounds(9_000), "Cut", key)))
                .isFalse();
        refused(
                "finance.approver",
                () -> virement.reduce(bid, Money.ofPounds(9_001), "Cut", key),
                "error.ledger.act.keyUsed");
        refused(
                "finance.approver",
                () -> virement.reduce(bid, Money.ofPounds(12_000), "All", UUID.randomUUID()),
                "error.ledger.act.atMost");

        assertThat(instalment(bid, 2).status()).isEqualTo(InstalmentStatus.CANCELLED);
        assertThat(instalment(bid, 1).amount()).isEqualTo(Money.ofPounds(12_000));
        assertThat(award(bid).shares())
                .extracting(AwardView.ShareView::amount)
                .containsExactly(Money.ofPounds(4_000), Money.ofPounds(8_000));
        fixtures.release(bid, 1);
        assertThat(award(bid).status()).isEqualTo(AwardStatus.RELEASED);
    }

    @Test
    void aPartOfAShareMovesToAnotherSchoolBeforeItIsPaid() {
        BidId bid = shared(7_000, 14_000);
        fixtures.release(bid, 1);
        List<Member> schools = schools(bid);
        EstablishmentId from = schools.get(1).school();
        EstablishmentId to = schools.get(2).school();

        UUID key = UUID.randomUUID();
        approver(() -> virement.moveShare(bid, from, to, Money.ofPounds(5_000), "The other school hosts it", key));
        approver(() -> assertThat(virement.moveShare(bid, from, to, Money.ofPounds(5_000), "Pressed twice", key))
                .as("the same key is the same move")
                .isFalse());
        refused(
                "finance.approver",
                () -> virement.moveShare(bid, from, to, Money.ofPounds(1), "Another amount", key),
                "error.ledger.act.keyUsed");
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'ledger.shareMoved'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        refused(
                "finance.approver",
                () -> virement.moveShare(bid, from, to, Money.ofPence(60_001), "more", UUID.randomUUID()),
                "error.ledger.act.atMost");
        refused(
                "finance.approver",
                () -> virement.moveShare(bid, from, from, Money.ofPounds(1), "x", UUID.randomUUID()),
                "error.ledger.act.noSuchSchool");
        refused(
                "finance.approver",
                () -> virement.moveShare(
                        bid, from, new EstablishmentId(UUID.randomUUID()), Money.ofPounds(1), "x", UUID.randomUUID()),
                "error.ledger.shares.notAMember");
        assertThat(award(bid).shares())
                .extracting(AwardView.ShareView::amount)
                .containsExactly(Money.ofPounds(7_000), Money.ofPounds(9_000), Money.ofPounds(5_000));
    }

    @Test
    void sharesMustBeTheAwardAndOfMembersAndBeforeThePayment() {
        BidId bid = fixtures.awardedBid(SLUG);
        EstablishmentId one = schools(bid).getFirst().school();
        refusedShares(bid, "error.ledger.shares.sum", part(one, 20_999));
        refusedShares(bid, "error.ledger.shares.amount", part(one, 21_000), part(one, 21_000));
        refusedShares(bid, "error.ledger.shares.amount", part(one, 0));
        refusedShares(bid, "error.ledger.shares.notAMember", part(new EstablishmentId(UUID.randomUUID()), 21_000));
        officer(() -> release.request(bid, 1));
        refusedShares(bid, "error.ledger.shares.released", part(one, 21_000));
    }

    private void refusedShares(BidId bid, String key, AcceptedShares.Part... parts) {
        refused("lead." + SLUG, () -> setShares(bid, parts), key);
    }
}
