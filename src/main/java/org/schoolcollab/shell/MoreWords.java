package org.schoolcollab.shell;

import java.util.Optional;

/** Words that do not stand in the translation file because people made them in the portal. Asked where a key is not found. */
public interface MoreWords {

    Optional<String> find(String key);
}
