package org.schoolcollab.admin;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.establishment.EstablishmentDirectory;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Role.ScopeType;
import org.schoolcollab.security.Scope;
import org.springframework.stereotype.Component;

/** The places a role can reach over, with their names. */
@Component
class Places {

    private final CollaborationDirectory collaborations;
    private final EstablishmentDirectory schools;

    Places(CollaborationDirectory collaborations, EstablishmentDirectory schools) {
        this.collaborations = collaborations;
        this.schools = schools;
    }

    /** The places to choose from for a role, by name; the one nameless place for a role that reaches everywhere. */
    List<Place> of(Role role) {
        return of(role.scopeType());
    }

    private List<Place> of(ScopeType type) {
        return switch (type) {
            case ALL -> List.of(new Place(Scope.all(), ""));
            case AREA ->
                Arrays.stream(Area.values())
                        .map(area -> new Place(Scope.area(area.name()), area.displayName()))
                        .toList();
            case DISTRICT ->
                Arrays.stream(Area.values())
                        .flatMap(area -> area.districts().stream())
                        .map(district -> new Place(Scope.district(district.code()), district.name()))
                        .toList();
            case COLLABORATION ->
                collaborations.all().stream()
                        .map(one -> new Place(Scope.collaboration(one.id().value()), one.name()))
                        .toList();
            case ESTABLISHMENT ->
                schools.all().stream()
                        .map(school -> new Place(Scope.establishment(school.id().value()), school.name()))
                        .toList();
        };
    }

    /** The name of every place. */
    Map<Scope, String> names() {
        Map<Scope, String> names = new HashMap<>();
        Stream.of(ScopeType.values())
                .flatMap(type -> of(type).stream())
                .forEach(place -> names.put(place.scope(), place.name()));
        return names;
    }
}
