package org.schoolcollab.programme.published;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the tables lie: a folder, or the portal's own resources. */
public interface TableSource {

    /** The content of a file; empty where there is no such file. */
    Optional<byte[]> read(String file) throws IOException;

    /** Tables in a folder. A file larger than any table of this form is not read. */
    static TableSource folder(Path folder) {
        return file -> {
            Path path = folder.resolve(file);
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            if (!Files.isRegularFile(path)) {
                throw new IOException("is no file");
            }
            if (Files.size(path) > CsvTable.LARGEST_BYTES) {
                throw new IOException("is larger than " + CsvTable.LARGEST_BYTES + " bytes");
            }
            return Optional.of(Files.readAllBytes(path));
        };
    }

    /** The tables that come with the portal. */
    static TableSource shipped() {
        return file -> {
            try (InputStream in = TableSource.class.getResourceAsStream("/programme/" + file)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        };
    }
}
