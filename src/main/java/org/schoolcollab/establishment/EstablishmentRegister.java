package org.schoolcollab.establishment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds areas, districts and schools. Not a use case: imports, which check what they add and record it, call it inside their own
 * transaction.
 */
@Component
public class EstablishmentRegister {

    /**
     * A school to be added.
     *
     * @param fictional invented for the demo, never to be taken for a school of the county
     * @param grade null where it was not inspected
     * @param inspectedOn null where it was not inspected
     */
    public record NewSchool(
            EstablishmentId id,
            String name,
            Phase phase,
            boolean academy,
            @Nullable String trust,
            @Nullable String districtCode,
            boolean fictional,
            @Nullable Grade grade,
            @Nullable LocalDate inspectedOn) {}

    private final JdbcTemplate jdbc;

    EstablishmentRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the areas and districts that are not there yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addGeography() {
        for (Area area : Area.values()) {
            jdbc.update(
                    "insert into establishment_area (code, name) values (?, ?) on duplicate key update code = code",
                    area.name(),
                    area.displayName());
            for (Area.District district : area.districts()) {
                jdbc.update(
                        "insert into establishment_district (code, name, area_code) values (?, ?, ?) on duplicate key update code = code",
                        district.code(),
                        district.name(),
                        area.name());
            }
        }
    }

    /** Adds schools with their judgements; {@code source} says where the judgements come from. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addSchools(List<NewSchool> schools, String source) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> judgements = new ArrayList<>();
        for (NewSchool school : schools) {
            rows.add(new Object[] {
                school.id().toString(),
                school.name(),
                school.phase().name(),
                school.academy(),
                school.trust(),
                school.districtCode(),
                school.fictional()
            });
            if (school.grade() != null && school.inspectedOn() != null) {
                judgements.add(new Object[] {
                    java.util
                            .UUID
                            .nameUUIDFromBytes(("judgement:" + school.id() + ":" + school.inspectedOn())
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .toString(),
                    school.id().toString(),
                    school.grade().name(),
                    school.inspectedOn(),
                    source
                });
            }
        }
        jdbc.batchUpdate("""
                insert into establishment_school (id, name, phase, academy, trust, district_code, fictional)
                values (?, ?, ?, ?, ?, ?, ?)""", rows);
        jdbc.batchUpdate("""
                insert into establishment_judgement (id, school_id, grade, inspected_on, source)
                values (?, ?, ?, ?, ?)""", judgements);
    }
}
