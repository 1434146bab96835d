package io.armature.engine.print;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/** Makes PDFs of HTML. Fetches nothing: pictures are in the document itself. Safe for many threads. */
final class PdfPress {

    /** The name of a font with more scripts than those that every PDF reader has. */
    static final String WIDE_FONT = "Liberation Sans";

    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String DATA = "data:image/";

    /** Setting pages takes a processor and memory: so many at once. */
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    byte[] press(Document document) {
        places.acquireUninterruptibly();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withW3cDocument(new W3CDom().fromJsoup(document), "")
                    .useUriResolver((_, address) -> address.startsWith(DATA) ? address : null)
                    .useExternalResourceAccessControl(
                            (address, _) -> address.startsWith(DATA),
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (address, _) -> address.startsWith(DATA),
                            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withDiagnosticConsumer(_ -> {})
                    .useFont(PdfPress::font, WIDE_FONT);
            builder.withProducer("Armature").toStream(bytes);
            builder.run();
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            places.release();
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT_FILE), FONT_FILE);
    }
}
