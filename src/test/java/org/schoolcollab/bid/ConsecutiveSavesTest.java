package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolcollab.audit.AuditQueries.Entry;
import org.schoolcollab.bid.domain.ConsecutiveSaves;

/** Which records of a bid's history stand in one line. */
class ConsecutiveSavesTest {

    private static final String SAVED = "bid.planSaved";

    private static Entry at(String time, String person, String action) {
        return new Entry(
                1,
                Instant.parse("2014-06-16T" + time + "Z"),
                person,
                "COLLABORATION_LEAD",
                action,
                "bid",
                "1",
                null,
                Map.of(),
                "bid",
                1,
                "");
    }

    private static List<Integer> sizes(Entry... newestFirst) {
        return ConsecutiveSaves.of(List.of(newestFirst)).stream()
                .map(List::size)
                .toList();
    }

    @Test
    void savesOfOnePersonStandInOneLineUntilALongerPause() {
        assertThat(sizes(
                        at("10:30:00", "Ann", SAVED),
                        at("10:15:00", "Ann", SAVED),
                        at("10:00:00", "Ann", SAVED),
                        at("09:44:59", "Ann", SAVED)))
                .containsExactly(3, 1);
    }

    @Test
    void anotherPersonOrActComesBetween() {
        assertThat(sizes(
                        at("10:04:00", "Ann", SAVED),
                        at("10:03:00", "Ben", SAVED),
                        at("10:02:00", "Ann", SAVED),
                        at("10:01:00", "Ann", "bid.partsSaved"),
                        at("10:00:00", "Ann", "bid.partsSaved")))
                .containsExactly(1, 1, 1, 2);
    }

    @Test
    void otherActsStandAloneHoweverOftenTheyAreDone() {
        assertThat(sizes(at("10:01:00", "Ann", "bid.sharesSaved"), at("10:00:00", "Ann", "bid.sharesSaved")))
                .containsExactly(1, 1);
    }
}
