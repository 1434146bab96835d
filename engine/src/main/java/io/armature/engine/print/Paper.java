package io.armature.engine.print;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;

/** Empty pages. */
final class Paper {

    private static final Set<String> FROM_THE_RIGHT = Set.of("ar", "fa", "he", "iw", "ur", "yi", "ps", "ckb");

    private Paper() {}

    /** @param size as style sheets say it: {@code A4 landscape} */
    static Document page(String title, String size, Locale locale) {
        boolean fromRight = FROM_THE_RIGHT.contains(locale.getLanguage());
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        document.prependChild(new DocumentType("html", "", ""));
        document.child(0).attr("lang", locale.toLanguageTag()).attr("dir", fromRight ? "rtl" : "ltr");
        document.head().appendElement("meta").attr("charset", "utf-8");
        document.title(title);
        document.head().appendElement("style").appendChild(new DataNode(PaperStyle.of(size, fromRight)));
        return document;
    }
}
