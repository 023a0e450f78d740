package org.schoolcollab.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Links that download a file, made when it is asked for. */
public final class Downloads {

    private Downloads() {}

    /** A link that says the name of the file. */
    public static Anchor link(String fileName, String type, Supplier<byte[]> content) {
        return link(fileName, fileName, type, content);
    }

    public static Anchor link(String text, String fileName, String type, Supplier<byte[]> content) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = content.get();
                    return new DownloadResponse(new ByteArrayInputStream(bytes), fileName, type, bytes.length);
                }),
                text);
        link.setDownload(true);
        return link;
    }
}
