package org.schoolcollab.bid.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.schoolcollab.bid.attachment.FileRefused.Reason;

/** The parts of a document that say what it is, and what it reaches for outside of itself. */
abstract class DocumentParts {

    private static final XMLInputFactory XML = factory();
    private static final long MOST_XML = 4L * 1024 * 1024;

    final FileKind kind;
    private boolean named;

    private DocumentParts(FileKind kind) {
        this.kind = kind;
    }

    static boolean isDocument(FileKind kind) {
        return kind == FileKind.DOCX || kind == FileKind.XLSX || kind == FileKind.ODT || kind == FileKind.ODS;
    }

    static DocumentParts of(FileKind kind) {
        return kind == FileKind.DOCX || kind == FileKind.XLSX ? new Office(kind) : new OpenDocument(kind);
    }

    /** Whether the entry is one of these parts. */
    boolean reads(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    /** Reads a part. XML that declares entities is refused wherever it stands. */
    void read(ZipEntry entry, InputStream content) throws IOException {
        XMLStreamReader xml = null;
        try {
            xml = XML.createXMLStreamReader(new Modest(content));
            boolean toItsEnd = isReadToItsEnd(entry.getName());
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new FileRefused(Reason.ACTIVE);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(entry.getName(), xml);
                    if (!toItsEnd) {
                        return;
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new FileRefused(Reason.DAMAGED);
        } finally {
            close(xml);
        }
    }

    private static void close(@org.jspecify.annotations.Nullable XMLStreamReader xml) {
        try {
            if (xml != null) {
                xml.close();
            }
        } catch (XMLStreamException notClosed) {
            throw new IllegalStateException(notClosed);
        }
    }

    abstract boolean isReadToItsEnd(String name);

    abstract void element(String part, XMLStreamReader xml);

    /** The document has said that it is of its kind. */
    final void saysItsKind() {
        named = true;
    }

    /** @throws FileRefused if nothing in it said that it is what its name says */
    void requireComplete() {
        if (!named) {
            throw new FileRefused(Reason.CONTENT, kind);
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** What describes a document is short; what is not would only fill the memory of its reader. */
    private static final class Modest extends FilterInputStream {

        private long left = MOST_XML;

        Modest(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            count(Math.max(0, got));
            return got;
        }

        @Override
        public void close() {
            // The parser is done with it; whoever gave it reads on.
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new FileRefused(Reason.INFLATED);
            }
        }
    }

    /** Word and Excel. */
    private static final class Office extends DocumentParts {

        private static final String TYPES = "[Content_Types].xml";
        private final String main;

        Office(FileKind kind) {
            super(kind);
            main = kind.mediaType() + ".main+xml";
        }

        @Override
        boolean isReadToItsEnd(String name) {
            return name.equals(TYPES) || name.toLowerCase(Locale.ROOT).endsWith(".rels");
        }

        @Override
        void element(String part, XMLStreamReader xml) {
            String type = attribute(xml, "ContentType");
            if (type.toLowerCase(Locale.ROOT).contains("macroenabled") || type.contains("vbaProject")) {
                throw new FileRefused(Reason.MACROS);
            }
            if (part.equals(TYPES) && type.equals(main)) {
                saysItsKind();
            }
            if (!"External".equalsIgnoreCase(attribute(xml, "TargetMode"))) {
                return;
            }
            String relation = attribute(xml, "Type");
            // A link that a reader clicks, and another workbook that a reader is asked about, do nothing by themselves.
            if (!relation.endsWith("/hyperlink") && !relation.endsWith("/externalLinkPath")) {
                throw new FileRefused(Reason.REACHES_OUT);
            }
        }
    }

    /** OpenDocument. */
    private static final class OpenDocument extends DocumentParts {

        private static final String MIMETYPE = "mimetype";
        private static final String MANIFEST = "META-INF/manifest.xml";
        private static final int LONGEST = 100;

        OpenDocument(FileKind kind) {
            super(kind);
        }

        @Override
        boolean reads(String name) {
            return name.equals(MIMETYPE) || super.reads(name);
        }

        @Override
        void read(ZipEntry entry, InputStream content) throws IOException {
            if (!entry.getName().equals(MIMETYPE)) {
                super.read(entry, content);
                return;
            }
            String type = new String(content.readNBytes(LONGEST), StandardCharsets.US_ASCII);
            if (!type.strip().equals(kind.mediaType())) {
                throw new FileRefused(Reason.CONTENT, kind);
            }
            saysItsKind();
        }

        @Override
        boolean isReadToItsEnd(String name) {
            return name.equals(MANIFEST);
        }

        @Override
        void element(String part, XMLStreamReader xml) {
            if (xml.getLocalName().equals("encryption-data")) {
                throw new FileRefused(Reason.LOCKED);
            }
        }
    }
}
