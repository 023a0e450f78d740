package org.schoolcollab.establishment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The four areas of the Kent Association of Headteachers (KAH) and their twelve districts. */
public enum Area {
    NORTH("North", "Dartford, Gravesham, Sevenoaks"),
    SOUTH("South", "Ashford, Dover, Shepway"),
    EAST("East", "Canterbury, Swale, Thanet"),
    WEST("West", "Maidstone, Tonbridge & Malling, Tunbridge Wells");

    /**
     * A district of the county.
     *
     * @param code as in addresses and task groups, e.g. {@code tonbridge-and-malling}
     */
    public record District(String code, String name, Area area) {}

    private final String displayName;
    private final String districtNames;

    Area(String displayName, String districtNames) {
        this.displayName = displayName;
        this.districtNames = districtNames;
    }

    public String displayName() {
        return displayName;
    }

    public List<District> districts() {
        return Arrays.stream(districtNames.split(", ", -1))
                .map(name -> new District(
                        name.toLowerCase(Locale.ROOT).replace("&", "and").replace(' ', '-'), name, this))
                .toList();
    }

    /** The area of this name as printed; empty where there is none. */
    public static Optional<Area> named(String name) {
        return Arrays.stream(values())
                .filter(area -> area.displayName.equals(name))
                .findFirst();
    }

    /** The district of this name as printed, in whatever area; empty where there is none. */
    public static Optional<District> districtNamed(String name) {
        return Arrays.stream(values())
                .flatMap(area -> area.districts().stream())
                .filter(district -> district.name().equals(name))
                .findFirst();
    }
}
