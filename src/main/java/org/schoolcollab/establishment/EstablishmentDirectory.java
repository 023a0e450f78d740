package org.schoolcollab.establishment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.schoolcollab.shared.ByName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which schools there are, for other modules' pick-lists. Not a use case: it holds nothing that is not published. */
@Component
public class EstablishmentDirectory {

    /** A school in short. */
    public record School(EstablishmentId id, String name) {}

    private final JdbcClient jdbc;

    EstablishmentDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names of schools by id, also of those that are closed. */
    @Transactional(readOnly = true)
    public Map<EstablishmentId, String> names(Set<EstablishmentId> schools) {
        if (schools.isEmpty()) {
            return Map.of();
        }
        Map<EstablishmentId, String> names = new HashMap<>();
        jdbc.sql("select id, name from establishment_school where id in (:schools)")
                .param(
                        "schools",
                        schools.stream().map(EstablishmentId::toString).toList())
                .query(row -> {
                    names.put(EstablishmentId.of(row.getString("id")), row.getString("name"));
                });
        return names;
    }

    /** Every school, by name. */
    @Transactional(readOnly = true)
    public List<School> all() {
        return jdbc
                .sql("select id, name from establishment_school order by id")
                .query((row, n) -> new School(EstablishmentId.of(row.getString("id")), row.getString("name")))
                .list()
                .stream()
                .sorted(Comparator.comparing(School::name, ByName.ORDER))
                .toList();
    }
}
