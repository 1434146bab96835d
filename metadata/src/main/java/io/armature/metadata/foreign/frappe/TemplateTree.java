package io.armature.metadata.foreign.frappe;

import io.armature.metadata.definition.PrintTags;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes a print of ours of HTML with {@code <template if>} and {@code <template each>}: conditions and loops go to the elements
 * inside, and what fetches, runs or asks goes.
 */
final class TemplateTree {

    private static final String TEMPLATE = "template";
    private static final String IF = "if";
    private static final String EACH = "each";
    private static final Set<String> TABLE = Set.of("table", "thead", "tbody", "tfoot", "tr");
    private static final Pattern REMOTE = Pattern.compile(
            "@import[^;]*;?|@font-face\\s*\\{[^}]*}|[\\w-]+\\s*:[^;{}]*url\\([^)]*\\)[^;}]*;?",
            Pattern.CASE_INSENSITIVE);

    private final Consumer<String> told;

    TemplateTree(Consumer<String> told) {
        this.told = told;
    }

    String print(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        clean(document);
        List<Element> templates = document.select(TEMPLATE);
        for (Element template : templates.reversed()) {
            settle(template);
        }
        StringBuilder print = new StringBuilder();
        document.head()
                .select("style")
                .forEach(style -> print.append(style.outerHtml()).append('\n'));
        return print.append(document.body().html().strip()).append('\n').toString();
    }

    private void clean(Document document) {
        for (Element element : document.getAllElements()) {
            boolean refused = PrintTags.isRefused(element.normalName()) && !element.nameIs(TEMPLATE);
            if (refused || isPicture(element)) {
                if (!element.nameIs("meta") && !element.nameIs("link")) {
                    told.accept("<" + element.normalName() + "> is left out of it");
                }
                element.remove();
                continue;
            }
            if (element.nameIs("style") && REMOTE.matcher(element.data()).find()) {
                told.accept("what its styles fetch is left out");
                String css = style(element.data());
                element.empty().appendChild(new DataNode(css));
            }
            for (Attribute attribute : element.attributes().asList()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                boolean fetching = name.equals("style") && attribute.getValue().contains("url(");
                if (name.startsWith("on") || Set.of("srcset", "background").contains(name) || fetching) {
                    element.removeAttr(attribute.getKey());
                }
            }
        }
    }

    private static String style(String css) {
        return REMOTE.matcher(css).replaceAll(Matcher.quoteReplacement(""));
    }

    /** A picture is fetched from somewhere, unless it stands there itself. */
    private static boolean isPicture(Element element) {
        return element.hasAttr("src") && !element.attr("src").startsWith("data:image/");
    }

    /** Gives a condition or loop to the elements inside; those further inside have theirs already. */
    private void settle(Element template) {
        String kind = template.hasAttr(EACH) ? EACH : IF;
        String value = template.attr(kind);
        List<Element> inside = template.children();
        boolean bare = template.textNodes().stream().allMatch(text -> text.isBlank());
        boolean one = inside.size() == 1;
        if (bare
                && kind.equals(IF)
                && inside.stream().noneMatch(element -> element.hasAttr(EACH))
                && !inside.isEmpty()) {
            inside.forEach(element ->
                    element.attr(IF, element.hasAttr(IF) ? "(" + value + ") && (" + element.attr(IF) + ")" : value));
            template.unwrap();
        } else if (bare && kind.equals(EACH) && one && !inside.getFirst().hasAttr(EACH)) {
            inside.getFirst().attr(EACH, value);
            template.unwrap();
        } else if (template.parent() instanceof Element parent && TABLE.contains(parent.normalName())) {
            told.accept("a " + (kind.equals(EACH) ? "loop" : "condition") + " over parts of a table is left out of it");
            template.remove();
        } else if (template.childNodes().stream().allMatch(TemplateTree::isBlank)) {
            template.remove();
        } else {
            template.tagName(
                    template.select("p, div, table, h1, h2, h3, h4, h5, h6, ul, ol")
                                    .isEmpty()
                            ? "span"
                            : "div");
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }
}
