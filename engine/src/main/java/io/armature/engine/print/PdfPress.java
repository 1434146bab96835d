package io.armature.engine.print;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.armature.engine.db.Computing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes PDFs of HTML. Fetches nothing: pictures are in the document itself. Text is set in the order in which it is read,
 * whatever the script, with fonts of the machine where those that come along lack a character. Safe for many threads.
 */
public final class PdfPress {

    /** The fonts that come along: one that every PDF reader has, and one with more scripts. */
    static final String FAMILIES = "Helvetica, \"" + Fonts.WIDE + "\", sans-serif";

    private static final String DATA = "data:image/";
    private static final String RIGHT_TO_LEFT = "rtl";
    private static final int USUAL_WEIGHT = 400;
    private static final int MOST_WAITING = 200;
    private static final Set<FSFontUseCase> EVERYWHERE =
            EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG, FSFontUseCase.FALLBACK_FINAL);

    private final Fonts fonts;

    /** Setting pages takes a processor and memory: so many at once. */
    private final Computing computing =
            new Computing("print", Math.max(2, Runtime.getRuntime().availableProcessors()), MOST_WAITING);

    public PdfPress(Fonts fonts) {
        this.fonts = fonts;
    }

    byte[] press(Document document) {
        return computing.of(() -> set(document));
    }

    private byte[] set(Document document) {
        try {
            return pressed(document, fonts.forText(document.wholeText()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private byte[] pressed(Document document, Fonts.Choice choice) throws IOException {
        if (!choice.missing().isEmpty()) {
            document.body().appendElement("p").attr("style", "font-size: 7pt").text(missing(document, choice));
        }
        withoutNothing(document);
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
                .useSVGDrawer(new Drawings())
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .defaultTextDirection(
                        document.child(0).attr("dir").equals(RIGHT_TO_LEFT) ? TextDirection.RTL : TextDirection.LTR)
                .useFont(Fonts::wide, Fonts.WIDE, USUAL_WEIGHT, FontStyle.NORMAL, true, EVERYWHERE);
        choice.fonts()
                .forEach(font -> builder.useFont(
                        font.toFile(),
                        font.getFileName().toString(),
                        USUAL_WEIGHT,
                        FontStyle.NORMAL,
                        true,
                        EVERYWHERE));
        builder.withProducer("Armature").toStream(bytes);
        builder.run();
        return bytes.toByteArray();
    }

    /** A text without a letter has no direction, which is more than the one who orders them can say. */
    private static void withoutNothing(Document document) {
        document.body()
                .nodeStream(TextNode.class)
                .filter(text -> text.getWholeText().isEmpty())
                .toList()
                .forEach(Node::remove);
    }

    /** Better said on the page than guessed at by who reads it. */
    private static String missing(Document document, Fonts.Choice choice) {
        Locale locale = Locale.forLanguageTag(document.child(0).attr("lang"));
        ResourceBundle words = ResourceBundle.getBundle(
                LookBook.BUNDLE,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return words.getString("missing").formatted(String.join(", ", choice.missing()));
    }
}
