package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.shared.Money;
import org.springframework.beans.factory.annotation.Autowired;

/** Instalments on hold and cancelled. */
class InstalmentControlModuleTest extends FinanceScene {

    @Autowired
    BudgetRelease release;

    @Autowired
    InstalmentControl control;

    @Autowired
    Virement virement;

    @Test
    void anInstalmentOnHoldIsNeitherRequestedNorApproved() {
        BidId bid = fixtures.awardedBid(SLUG);
        officer(() -> control.hold(bid, 1, "The payee's account is being checked"));

        refused("finance.officer", () -> release.request(bid, 1), "error.ledger.act.onHold");
        refused("finance.officer", () -> control.hold(bid, 1, "again"), "error.ledger.act.onHold");
        assertThat(instalment(bid, 1).holdReason()).isEqualTo("The payee's account is being checked");
        officer(() -> control.endHold(bid, 1));
        refused("finance.officer", () -> control.endHold(bid, 1), "error.ledger.act.notOnHold");
        officer(() -> release.request(bid, 1));
        officer(() -> control.hold(bid, 1, "Wait"));
        refused("finance.approver", () -> release.approve(bid, 1), "error.ledger.act.onHold");
        officer(() -> control.endHold(bid, 1));
        approver(() -> release.approve(bid, 1));
        refused("finance.officer", () -> control.hold(bid, 1, "late"), "error.ledger.instalment.RELEASED");
        refused("finance.officer", () -> control.hold(bid, 2, " "), "error.validation");
    }

    @Test
    void aSecondInstalmentThatIsCancelledGoesBackAndTheBidGoesOnWithoutIt() {
        BidId bid = fixtures.releasedBid(SLUG);

        approver(() -> control.cancel(bid, 2, "The plan was cut"));

        assertThat(balance("available")).isEqualTo(Money.ofPounds(387_400));
        assertThat(award(bid).status()).isEqualTo(AwardStatus.RELEASED);
        assertThat(instalment(bid, 2).status()).isEqualTo(InstalmentStatus.CANCELLED);
        refused("finance.approver", () -> control.cancel(bid, 2, "again"), "error.ledger.instalment.CANCELLED");
        refused("finance.officer", () -> release.request(bid, 2), "error.ledger.instalment.CANCELLED");
    }

    @Test
    void aSecondInstalmentThatIsDueIsCancelledWithItsTask() {
        BidId bid = fixtures.marchAccepted(SLUG);

        approver(() -> control.cancel(bid, 2, "The plan was cut"));

        assertThat(award(bid).committed()).isEqualTo(Money.ZERO);
        assertThat(
                        count(
                                "select count(*) from inbox_work_item where state = 'OPEN' and task_key = 'userTask_RequestRelease'"))
                .isZero();
    }

    @Test
    void theFirstInstalmentIsNotCancelledBeforeItIsPaidNorOneThatIsRequested() {
        BidId bid = fixtures.awardedBid(SLUG);
        refused("finance.approver", () -> control.cancel(bid, 1, "no"), "error.ledger.act.firstInstalment");
        officer(() -> release.request(bid, 1));
        refused(
                "finance.approver",
                () -> virement.reduce(bid, Money.ofPounds(8_401), "no", UUID.randomUUID()),
                "error.ledger.act.atMost");
    }
}
