package io.armature.engine.print;

import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Evaluator;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Row;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;

/** Fills pieces with a record's values. Values become texts and never markup. Not safe for several threads. */
final class Painter {

    /** More than this many elements do not fit into memory several times over. */
    private static final int MOST_ELEMENTS = 60_000;

    private final Evaluator evaluator;
    private final Context context;
    private final Wording wording;
    private int elements;

    Painter(Evaluator evaluator, Context context, Wording wording) {
        this.evaluator = evaluator;
        this.context = context;
        this.wording = wording;
    }

    void paint(List<Piece> pieces, Row row, Element into) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Words words -> into.appendChild(new TextNode(text(words.parts(), row)));
                case Piece.Style style -> into.appendChild(new DataNode(style.css()));
                case Piece.Element element -> element(element, row, into);
            }
        }
    }

    private void element(Piece.Element piece, Row row, Element into) {
        if (piece.each().isEmpty()) {
            once(piece, row, into);
            return;
        }
        rows(piece.each().get().path(), row).forEach(found -> once(piece, found, into));
    }

    private static List<Row> rows(List<String> path, Row start) {
        Optional<Row> at = Optional.of(start);
        for (String link : path.subList(0, path.size() - 1)) {
            at = at.flatMap(row -> row.link(link));
        }
        return at.map(row -> row.rows(path.getLast())).orElse(List.of());
    }

    private void once(Piece.Element piece, Row row, Element into) {
        if (piece.when().isPresent() && !evaluator.holds(piece.when().get(), row, context)) {
            return;
        }
        if (++elements > MOST_ELEMENTS) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.PRINT_TOO_LONG, "", Integer.toString(MOST_ELEMENTS)));
        }
        Element element = new Element(piece.name());
        piece.attributes().forEach((name, parts) -> attribute(element, name, text(parts, row)));
        parent(piece, into).appendChild(element);
        paint(piece.children(), row, element);
        piece.rich().ifPresent(rich -> rich(element, rich, row));
    }

    /** Style sheets go to the head, wherever the template has them: in a body they would be words. */
    private static Element parent(Piece.Element piece, Element into) {
        Document document = into.ownerDocument();
        return piece.name().equals("style") && document != null ? document.head() : into;
    }

    private static void attribute(Element element, String name, String value) {
        boolean address = name.equals("href");
        String scheme = value.strip().toLowerCase(Locale.ROOT);
        if (!address
                || scheme.startsWith("https:")
                || scheme.startsWith("http:")
                || scheme.startsWith("mailto:")
                || scheme.startsWith("#")) {
            element.attr(name, value);
        }
    }

    private void rich(Element element, Expression expression, Row row) {
        String html =
                evaluator.value(expression, row, context).map(Object::toString).orElse("");
        String clean =
                Jsoup.clean(html, Safelist.basic().addTags("h1", "h2", "h3", "h4", "table", "tbody", "tr", "td", "th"));
        Jsoup.parseBodyFragment(clean).body().childNodesCopy().forEach(element::appendChild);
    }

    /** A text of a template's own, such as the name of its file. */
    String text(Expression expression, Row row) {
        return evaluator
                .value(expression, row, context)
                .map(value -> wording.of(value, Optional.empty()))
                .orElse("");
    }

    private String text(List<Piece.Part> parts, Row row) {
        StringBuilder text = new StringBuilder();
        for (Piece.Part part : parts) {
            switch (part) {
                case Piece.Part.Plain plain -> text.append(plain.text());
                case Piece.Part.Value value ->
                    evaluator
                            .value(value.expression(), row, context)
                            .map(found -> wording.of(found, value.look()))
                            .ifPresent(text::append);
            }
        }
        return text.toString();
    }

    /** Whether a record may be printed at all. */
    boolean holds(Expression condition, Row row) {
        return evaluator.holds(condition, row, context);
    }
}
