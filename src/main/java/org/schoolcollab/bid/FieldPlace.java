package org.schoolcollab.bid;

import java.util.Optional;

/** One field of one plan's draft: by section, line and name, which stay from one save and one revision to the next. */
public record FieldPlace(PlanSection section, String line, String field) {

    private static final int PARTS = 3;

    /** The place that {@link #toString} wrote; nothing where the text is none. */
    public static Optional<FieldPlace> of(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == PARTS
                ? Optional.of(new FieldPlace(PlanSection.valueOf(parts[0]), parts[1], parts[2]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return section.name() + "/" + line + "/" + field;
    }
}
