package org.schoolcollab.bid.attachment;

import java.text.Normalizer;
import org.schoolcollab.bid.attachment.FileRefused.Reason;

/** The name that a browser gives for a file: kept to show and to hand out, never used as a path. */
final class FileName {

    /** Characters that a name may have. */
    static final int LONGEST = 150;

    private FileName() {}

    /**
     * The name in Unicode normal form C.
     *
     * @throws FileRefused if it holds a path, or characters that do not show or turn the direction of reading
     */
    static String checked(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw new FileRefused(Reason.NAME_LENGTH, LONGEST);
        }
        if (name.isEmpty() || name.startsWith(".") || name.codePoints().anyMatch(FileName::isRefused)) {
            throw new FileRefused(Reason.NAME);
        }
        return name;
    }

    private static boolean isRefused(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> "/\\:*?\"<>|".indexOf(c) >= 0;
        };
    }
}
