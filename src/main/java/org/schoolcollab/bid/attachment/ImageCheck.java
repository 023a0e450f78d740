package org.schoolcollab.bid.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.schoolcollab.bid.attachment.FileRefused.Reason;

/** Whether a file is the picture that its name says, and one that fits a screen's memory. The picture itself is not decoded. */
final class ImageCheck {

    private static final long MOST_PIXELS = 100_000_000;
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int JPEG_SIGNATURE = 0xFFD8FF;

    private ImageCheck() {}

    static void check(Path file, FileKind kind) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            while (start.hasRemaining() && channel.read(start) >= 0) {
                // reads on until eight bytes are there or the file ends
            }
        }
        long signature = start.getLong(0);
        boolean matches = kind == FileKind.PNG
                ? signature == PNG_SIGNATURE
                : signature >>> (Long.SIZE - 3 * Byte.SIZE) == JPEG_SIGNATURE;
        if (!matches) {
            throw new FileRefused(Reason.CONTENT, kind);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
        ImageReader reader = readers.next();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new FileRefused(Reason.PIXELS);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new FileRefused(Reason.DAMAGED);
        } finally {
            reader.dispose();
        }
    }
}
