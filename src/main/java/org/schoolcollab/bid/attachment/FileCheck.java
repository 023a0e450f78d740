package org.schoolcollab.bid.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.schoolcollab.bid.attachment.FileRefused.Reason;

/**
 * Looks into a file that has arrived and says what it is. The name's ending, the first bytes and the inner structure have to agree;
 * what runs by itself, reaches out or hides other files is refused. Reads with bounded memory: what a file claims about its own size
 * is never believed.
 */
public final class FileCheck {

    /** Bytes that a file may have. */
    public static final long LARGEST = 20L * 1024 * 1024;

    private FileCheck() {}

    /** What a file is, and the name that it is kept under. */
    public record Checked(String name, FileKind kind, long size) {}

    /**
     * Checks a file.
     *
     * @param givenName as the browser gave it
     * @throws FileRefused with the reason why it is not taken
     */
    public static Checked check(String givenName, Path file) {
        String name = FileName.checked(givenName);
        FileKind kind = FileKind.ofName(name).orElseThrow(() -> new FileRefused(Reason.ENDING));
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new FileRefused(Reason.EMPTY);
            }
            if (size > LARGEST) {
                throw new FileRefused(Reason.TOO_LARGE);
            }
            switch (kind) {
                case PDF -> PdfCheck.check(file);
                case DOCX, XLSX, ODT, ODS -> ArchiveCheck.check(file, kind);
                case PNG, JPEG -> ImageCheck.check(file, kind);
            }
            return new Checked(name, kind, size);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
