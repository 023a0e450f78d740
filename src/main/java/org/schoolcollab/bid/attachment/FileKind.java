package org.schoolcollab.bid.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be attached to a plan. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg jpeg");

    private final String mediaType;
    /** Divided by spaces. */
    private final String endings;

    FileKind(String mediaType, String endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    private List<String> list() {
        return List.of(endings.split(" ", -1));
    }

    /** The media type that it is handed out as. */
    public String mediaType() {
        return mediaType;
    }

    /** The kind that the name ends in. */
    static Optional<FileKind> ofName(String name) {
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot < 1
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(kind -> kind.list().contains(ending))
                        .findFirst();
    }

    /** All endings with their dots, for the dialog that chooses a file. */
    public static Stream<String> endings() {
        return Arrays.stream(values()).flatMap(kind -> kind.list().stream()).map(ending -> "." + ending);
    }
}
