package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.shared.ByName;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class SchoolsByNameModuleTest {

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    BidQueries queries;

    @Autowired
    MembersOfBids members;

    @Autowired
    CollaborationDirectory collaborations;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void schoolTenStandsBehindSchoolTwo() {
        BidId bid = fixtures.submittedBid("deal-learning-alliance");
        BidSummary summary = logIn.as("admin", () -> queries.summary(bid));

        List<String> compared = Objects.requireNonNull(transaction.execute(status -> members.names(List.of(summary))))
                .getOrDefault(bid, List.of());

        assertThat(compared).hasSizeGreaterThan(10).isSortedAccordingTo(ByName.ORDER);
        assertThat(compared.get(1)).contains("school 2 ");
        assertThat(compared.get(9)).contains("school 10 ");
        assertThat(collaborations.membersAt(bids.get(bid).collaborationId(), clock.today()))
                .extracting(Member::name)
                .isEqualTo(compared);
    }
}
