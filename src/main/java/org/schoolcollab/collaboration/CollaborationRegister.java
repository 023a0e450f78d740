package org.schoolcollab.collaboration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.establishment.EstablishmentId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds collaborations, their other names and their members. Not a use case: imports, which check what they add and record it, call
 * it inside their own transaction.
 */
@Component
public class CollaborationRegister {

    /** A membership to be added, open-ended from a day on. */
    public record NewMember(CollaborationId collaboration, EstablishmentId school, boolean lead, LocalDate from) {}

    private final JdbcTemplate jdbc;

    CollaborationRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The id follows from the slug, so that it is the same on every database. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CollaborationId add(
            String slug, String name, @Nullable String areaCode, @Nullable String districtCode, Continuing continuing) {
        CollaborationId id = new CollaborationId(stable("collaboration:" + slug));
        jdbc.update("""
                insert into collaboration_collaboration (id, slug, name, area_code, district_code, continuing)
                values (?, ?, ?, ?, ?, ?)""", id.toString(), slug, name, areaCode, districtCode, continuing.name());
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void addName(CollaborationId collaboration, String name, String source) {
        jdbc.update(
                "insert into collaboration_name (id, collaboration_id, name, source) values (?, ?, ?, ?)",
                stable("name:" + collaboration + ":" + name).toString(),
                collaboration.toString(),
                name,
                source);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void addMembers(List<NewMember> members) {
        jdbc.batchUpdate(
                """
                insert into collaboration_member (id, collaboration_id, school_id, lead, valid_from)
                values (?, ?, ?, ?, ?)""",
                members.stream()
                        .map(member -> new Object[] {
                            stable("member:" + member.collaboration() + ":" + member.school() + ":" + member.from())
                                    .toString(),
                            member.collaboration().toString(),
                            member.school().toString(),
                            member.lead(),
                            member.from()
                        })
                        .toList());
    }

    private static UUID stable(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
