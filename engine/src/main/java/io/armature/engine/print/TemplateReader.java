package io.armature.engine.print;

import io.armature.metadata.definition.PrintTags;
import io.armature.metadata.expression.Compilation;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads a template: HTML in which <code>{{ expression }}</code> stands for a value, {@code if="condition"} shows an
 * element where it holds, {@code each="lines"} repeats it, and {@code html="field"} fills it with rich text. Not safe for
 * several threads.
 */
final class TemplateReader {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String IF = "if";
    private static final String EACH = "each";
    private static final String RICH = "html";
    private static final Set<String> OWN = Set.of(IF, EACH, RICH);

    private final Model model;
    private final LookBook looks;
    private final Map<String, String> pictures;
    private final Position file;
    private final List<Problem> problems = new ArrayList<>();
    private final ExpressionCompiler expressions = new ExpressionCompiler();

    TemplateReader(Model model, LookBook looks, Map<String, String> pictures, Position file) {
        this.model = model;
        this.looks = looks;
        this.pictures = Map.copyOf(pictures);
        this.file = file;
    }

    /** Everything that was wrong so far. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The pieces of the head and of the body. */
    List<Piece> read(String html, String entity) {
        Document document = Jsoup.parse(html);
        List<Piece> pieces = new ArrayList<>(children(document.head(), entity));
        pieces.addAll(children(document.body(), entity));
        return pieces;
    }

    private List<Piece> children(Element parent, String entity) {
        List<Piece> pieces = new ArrayList<>();
        for (Node node : parent.childNodes()) {
            switch (node) {
                case TextNode text -> pieces.add(new Piece.Words(parts(text.getWholeText(), entity)));
                case DataNode data when parent.nameIs("style") -> pieces.add(new Piece.Style(data.getWholeData()));
                case Element element -> element(element, entity).ifPresent(pieces::add);
                default -> {}
            }
        }
        return pieces;
    }

    private Optional<Piece> element(Element element, String entity) {
        String name = element.normalName();
        if (name.equals("title")) {
            return Optional.empty();
        }
        if (PrintTags.isRefused(name)) {
            problems.add(Problem.error(ProblemCode.PRINT_ELEMENT, file, "template", "<" + name + ">"));
            return Optional.empty();
        }
        Optional<Piece.Repeat> each = own(element, EACH).flatMap(path -> repeat(path, entity));
        if (own(element, EACH).isPresent() && each.isEmpty()) {
            return Optional.empty();
        }
        String inside = each.map(Piece.Repeat::entity).orElse(entity);
        return Optional.of(new Piece.Element(
                name,
                attributes(element, inside),
                own(element, IF).flatMap(text -> compile(text, inside, Optional.of(Scalar.BOOLEAN))),
                each,
                own(element, RICH).flatMap(text -> compile(text, inside, Optional.of(Scalar.TEXT))),
                children(element, inside)));
    }

    private static Optional<String> own(Element element, String attribute) {
        return element.hasAttr(attribute) ? Optional.of(element.attr(attribute).strip()) : Optional.empty();
    }

    private SequencedMap<String, List<Piece.Part>> attributes(Element element, String entity) {
        SequencedMap<String, List<Piece.Part>> attributes = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            if (name.startsWith("on") || name.equals("srcset") || name.equals("background")) {
                problems.add(Problem.error(ProblemCode.PRINT_ELEMENT, file, "template", name + "=\"…\""));
            } else if (name.equals("src")) {
                source(value).ifPresent(address -> attributes.put(name, List.of(new Piece.Part.Plain(address))));
            } else if (!OWN.contains(name)) {
                attributes.put(name, parts(value, entity));
            }
        }
        return attributes;
    }

    private Optional<String> source(String address) {
        String picture = pictures.get(address);
        if (picture == null && !address.startsWith("data:image/")) {
            problems.add(Problem.error(ProblemCode.PRINT_ELEMENT, file, "template", "src=\"" + address + "\""));
            return Optional.empty();
        }
        return Optional.of(picture == null ? address : picture);
    }

    private List<Piece.Part> parts(String text, String entity) {
        List<Piece.Part> parts = new ArrayList<>();
        int end = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, end)) {
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                break;
            }
            parts.add(new Piece.Part.Plain(text.substring(end, open)));
            value(text.substring(open + OPEN.length(), close).strip(), entity).ifPresent(parts::add);
            end = close + CLOSE.length();
        }
        parts.add(new Piece.Part.Plain(text.substring(end)));
        return parts;
    }

    /** A link is shown by the label of the record to which it leads. */
    private Optional<Piece.Part> value(String text, String entity) {
        return compile(text, entity, Optional.empty()).map(expression -> {
            if (expression.tree() instanceof Ir.Path(int _, List<String> path, ValueType type)) {
                String label = type instanceof Reference(String target)
                        ? model.entity(target).map(found -> found.label()).orElse("id")
                        : "";
                Expression shown = label.isEmpty() || label.equals("id")
                        ? expression
                        : compile(text + "." + label, entity, Optional.empty()).orElse(expression);
                return new Piece.Part.Value(shown, looks.at(entity, path));
            }
            return new Piece.Part.Value(expression, Optional.empty());
        });
    }

    private Optional<Expression> compile(String text, String entity, Optional<ValueType> type) {
        Compilation compilation = expressions.compile(text, entity, model, type);
        problems.addAll(compilation.problems(file, "template"));
        return compilation.result();
    }

    private Optional<Piece.Repeat> repeat(String text, String entity) {
        String at = entity;
        List<String> names = List.of(text.split("\\.", -1));
        for (int i = 0; i < names.size(); i++) {
            ValueType type = model.member(at, names.get(i)).map(Member::type).orElse(Scalar.NULL);
            if (type instanceof Rows(String target) && i == names.size() - 1) {
                return Optional.of(new Piece.Repeat(names, target));
            }
            if (!(type instanceof Reference(String target))) {
                break;
            }
            at = target;
        }
        problems.add(Problem.error(ProblemCode.PRINT_ROWS, file, "template", text, entity));
        return Optional.empty();
    }
}
