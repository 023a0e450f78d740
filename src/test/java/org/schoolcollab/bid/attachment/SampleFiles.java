package org.schoolcollab.bid.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every kind, made as their programs make them, to be spoilt by tests. */
final class SampleFiles {

    static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    static final String ODT_TYPE = "application/vnd.oasis.opendocument.text";

    private SampleFiles() {}

    /** Entries of an archive in order. */
    static final class Archive {

        private final Map<String, byte[]> entries = new LinkedHashMap<>();

        Archive with(String name, String text) {
            return with(name, utf8(text));
        }

        Archive with(String name, byte[] content) {
            entries.put(name, content);
            return this;
        }

        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> one : entries.entrySet()) {
                    ZipEntry entry = new ZipEntry(one.getKey());
                    if (one.getKey().equals("mimetype")) {
                        CRC32 crc = new CRC32();
                        crc.update(one.getValue());
                        entry.setMethod(ZipEntry.STORED);
                        entry.setSize(one.getValue().length);
                        entry.setCrc(crc.getValue());
                    }
                    zip.putNextEntry(entry);
                    zip.write(one.getValue());
                    zip.closeEntry();
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toByteArray();
        }
    }

    static Archive office(String mainType, String mainPart) {
        return new Archive()
                .with("[Content_Types].xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Override PartName="/%s" ContentType="%s"/></Types>""".formatted(mainPart, mainType))
                .with("_rels/.rels", relationships("""
                        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="%s"/>""".formatted(mainPart)))
                .with(mainPart, "<document><p>What the schools do together</p></document>");
    }

    static String relationships(String inside) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside
                + "</Relationships>";
    }

    static String external(String type, String target) {
        return relationships(
                "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + type + "\" Target=\"" + target + "\" TargetMode=\"External\"/>");
    }

    static Archive docx() {
        return office(DOCX_TYPE, "word/document.xml");
    }

    static Archive xlsx() {
        return office(XLSX_TYPE, "xl/workbook.xml");
    }

    static Archive odt() {
        return new Archive()
                .with("mimetype", ODT_TYPE)
                .with("content.xml", "<office:document-content xmlns:office=\"urn:o\"/>")
                .with("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:m\"/>");
    }

    static Archive ods() {
        return odt().with("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    }

    /** A PDF with these objects, each between its own obj and endobj. */
    static byte[] pdf(String... objects) {
        StringBuilder pdf = new StringBuilder("""
                %PDF-1.7
                1 0 obj
                << /Type /Catalog /Pages 2 0 R >>
                endobj
                2 0 obj
                << /Type /Pages /Kids [] /Count 0 >>
                endobj
                """);
        for (int i = 0; i < objects.length; i++) {
            pdf.append(i + 3).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        return latin1(pdf.append("trailer\n<< /Root 1 0 R >>\n%%EOF\n").toString());
    }

    /** An object stream with this text packed in it. */
    static String packed(byte[] text) {
        return packed(text, "");
    }

    static String packed(byte[] text, String more) {
        return "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode " + more + " >>\nstream\n"
                + new String(deflated(text), StandardCharsets.ISO_8859_1) + "\nendstream";
    }

    static byte[] deflated(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            packing.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] picture(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A PNG that says it is this wide and high, with the checksum of its header right. */
    static byte[] pngOf(int width, int height) {
        byte[] png = picture("png");
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
