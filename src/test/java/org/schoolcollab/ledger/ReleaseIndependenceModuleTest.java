package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;

/** Who may request and who may approve a release. */
class ReleaseIndependenceModuleTest extends ReleaseScene {

    @Test
    void whoeverRequestedMayNeitherApproveNorReject() {
        BidId bid = fixtures.awardedBid(SLUG);
        grant("finance.officer", new RoleGrant(Role.FINANCE_APPROVER, Scope.all()));
        as("finance.officer", () -> release.request(bid, 1));

        refused("finance.officer", () -> release.approve(bid, 1), "error.ledger.samePerson");
        refused("finance.officer", () -> release.reject(bid, 1, "wrong"), "error.ledger.samePerson");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
    }

    @Test
    void whoLeadsTheCollaborationReleasesNothing() {
        BidId bid = fixtures.awardedBid(SLUG);
        grant(
                "finance.officer",
                new RoleGrant(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(bids.get(bid).collaborationId().value())));

        refused("finance.officer", () -> release.request(bid, 1), "error.ledger.leads");
    }

    @Test
    void whoHeadsAMemberSchoolReleasesNothing() {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));
        RoleGrant head = people.grantsOf(person("head." + SLUG)).stream()
                .filter(grant -> grant.role() == Role.HEADTEACHER)
                .findFirst()
                .orElseThrow();
        grant("finance.approver", head);

        refused("finance.approver", () -> release.approve(bid, 1), "error.ledger.heads");
        refused("finance.approver", () -> release.reject(bid, 1, "wrong"), "error.ledger.heads");
    }

    @Test
    void whoVotedOrReviewedReleasesNothing() {
        BidId bid = fixtures.awardedBid(SLUG);
        grant("board2.south", new RoleGrant(Role.FINANCE_OFFICER, Scope.all()));
        grant("adviser.south", new RoleGrant(Role.FINANCE_OFFICER, Scope.all()));

        refused("board2.south", () -> release.request(bid, 1), "error.ledger.tookPart");
        refused("adviser.south", () -> release.request(bid, 1), "error.ledger.tookPart");
    }

    @Test
    void aRequesterWhoTookASideSinceStopsTheApproval() {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));
        grant(
                "finance.officer",
                new RoleGrant(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(bids.get(bid).collaborationId().value())));

        refused("finance.approver", () -> release.approve(bid, 1), "error.ledger.leads");
        assertThat(count("select count(*) from ledger_release")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.hythe-hub", "adviser.south", "board2.south", "admin", "auditor", "finance.approver"})
    void onlyFinanceOfficersRequest(String username) {
        BidId bid = fixtures.awardedBid(SLUG);

        assertThat(catchThrowable(() -> logIn.run(username, () -> release.request(bid, 1))))
                .isInstanceOf(AccessRefused.class);
        assertThat(count("select count(*) from audit_record where action = 'access.refused'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.hythe-hub", "adviser.south", "chair.south", "admin", "auditor", "finance.officer"})
    void onlyFinanceApproversApprove(String username) {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));

        assertThat(catchThrowable(() -> logIn.run(username, () -> release.approve(bid, 1))))
                .isInstanceOf(AccessRefused.class);
        assertThat(count("select count(*) from ledger_release")).isZero();
    }

    @Test
    void theTableItselfRefusesASecondReleaseAndARequesterWhoApproves() {
        BidId bid = fixtures.releasedBid(SLUG);
        fixtures.release(fixtures.awardedBid("deal-learning-alliance"), 1);
        assertThat(bid).isNotNull();
        String copy = """
                insert into ledger_release (id, instalment_id, amount_pence, payee_school_id, payee_name, payee_kind, attempt,
                  previous_attempt, reference, requested_by, requested_at, approved_by, approved_at, entry_id, idempotency_key)
                select uuid(), %s, 1, r.payee_school_id, 'x', 'ACADEMY', %s, 'x', r.requested_by, r.requested_at, %s, r.approved_at,
                  (select id from ledger_entry where kind = 'COMMITTED' limit 1), 'x' from ledger_release r limit 1""";

        assertThatThrownBy(() -> asOwner(copy.formatted("r.instalment_id", "1, null", "r.approved_by")))
                .hasMessageContaining("uk_ledger_release_payment");
        assertThatThrownBy(() -> asOwner(copy.formatted("r.instalment_id", "2, 1", "r.approved_by")))
                .hasMessageContaining("fk_ledger_release_previous");
        assertThatThrownBy(() -> asOwner(copy.formatted(
                        "(select id from ledger_instalment where number = 2 limit 1)", "1, null", "r.requested_by")))
                .hasMessageContaining("ck_ledger_release_two_people");
        assertThatThrownBy(() -> asOwner("update ledger_release set amount_pence = 1"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> asOwner("delete from ledger_release")).hasMessageContaining("append-only");
    }
}
