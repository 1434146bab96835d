package io.armature.engine.file;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Computing;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Makes small pictures. Large ones are read in steps, so that none takes the memory that its size would; few at a time. */
public final class Thumbnails {

    /** What pictures are made of. */
    static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp");

    public static final int SMALLEST = 16;
    public static final int LARGEST = 1024;

    private static final long MOST_PIXELS = 100_000_000L;
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 500;

    private final StoredFiles files;
    private final Computing computing = new Computing("look at pictures", AT_ONCE, MOST_WAITING);

    public Thumbnails(StoredFiles files) {
        this.files = files;
    }

    /**
     * A picture as PNG that fits into a square; nothing when the file is no picture that can be read.
     *
     * @param side of the square, in pixels
     */
    public Optional<byte[]> of(RequestContext context, StoredFile file, int side) {
        return file.isPicture() ? computing.of(() -> read(context, file, side)) : Optional.empty();
    }

    private Optional<byte[]> read(RequestContext context, StoredFile file, int side) {
        try (InputStream content = files.open(context, file.digest(), 0, file.size());
                ImageInputStream image = ImageIO.createImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            return readers.hasNext() ? read(readers.next(), image, side) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(ImageReader reader, ImageInputStream image, int side) throws IOException {
        try {
            reader.setInput(image, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            ImageReadParam step = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(width, height) / (2 * side));
            step.setSourceSubsampling(every, every, 0, 0);
            return Optional.of(png(scaled(reader.read(0, step), side)));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        double factor = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
