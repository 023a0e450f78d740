package org.schoolcollab.bid.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.establishment.EstablishmentDirectory;
import org.schoolcollab.establishment.EstablishmentId;
import org.springframework.stereotype.Component;

/** What the schools are called that targets name. Asks nothing of the database where none is named. */
@Component
public class NamedSchools {

    private final EstablishmentDirectory directory;

    NamedSchools(EstablishmentDirectory directory) {
        this.directory = directory;
    }

    /** Names of all schools that a plan's targets name, by id. */
    public Map<String, String> of(PlanFields plan) {
        return former(plan, Set.of());
    }

    /** Names of those that are not among these members. */
    public Map<String, String> former(PlanFields plan, Set<String> members) {
        Set<EstablishmentId> named = plan.lines(PlanSection.TARGETS).stream()
                .flatMap(line -> PlanField.several(line.field("schools")).stream())
                .filter(id -> !members.contains(id))
                .map(EstablishmentId::of)
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        directory.names(named).forEach((id, name) -> names.put(id.toString(), name));
        return names;
    }
}
