package org.schoolcollab.collaboration;

import java.text.Normalizer;
import java.util.Locale;

/** The part of an address that names a collaboration, made from its name: {@code hythe-hub}. */
public final class Slug {

    private static final int LONGEST = 100;

    private Slug() {}

    /** Lower-case letters, digits and hyphens; empty when the name holds no letter or digit. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("&", " and ")
                .replaceAll("['\\u2019]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-$", "");
    }
}
