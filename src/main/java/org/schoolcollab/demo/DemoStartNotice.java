package org.schoolcollab.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.StartNotice;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Prints some log-ins for each role at the start, so that a reader of the console can begin. */
@Component
@Profile("demo")
class DemoStartNotice implements StartNotice {

    private static final int SHOWN_PER_ROLE = 2;

    private final DemoPeople people;

    DemoStartNotice(DemoPeople people) {
        this.people = people;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Demo log-ins, all with the password " + DemoPeople.PASSWORD + " (the log-in page lists everybody):");
        List<DemoPeople.Shown> all = people.shown().stream()
                // Of the same area first, so that the people named can carry one bid together.
                .sorted(Comparator.comparing((DemoPeople.Shown person) -> !inSouth(person.username()))
                        .thenComparing(DemoPeople.Shown::username))
                .toList();
        for (Role role : Role.values()) {
            List<String> names = all.stream()
                    .filter(person -> person.role() == role)
                    .map(DemoPeople.Shown::username)
                    .limit(SHOWN_PER_ROLE)
                    .toList();
            if (!names.isEmpty()) {
                String words = role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                lines.add("  %-20s %s".formatted(words, String.join(", ", names)));
            }
        }
        return lines;
    }

    private static boolean inSouth(String username) {
        return username.endsWith(".south") || username.endsWith(".hythe-hub");
    }
}
