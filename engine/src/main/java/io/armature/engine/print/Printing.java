package io.armature.engine.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.query.request.FieldSelection;
import io.armature.engine.query.request.RecordQuery;
import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Evaluator;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.Row;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** One sheet being printed for one caller. Not safe for several threads. */
final class Printing {

    private static final int LONGEST_NAME = 100;

    private final RequestContext context;
    private final Model visible;
    private final Sheet sheet;
    private final LookBook looks;
    private final List<Piece> pieces;
    private final Optional<Expression> fileName;
    private final Optional<Expression> when;

    Printing(RequestContext context, Model visible, Sheet sheet) {
        this.context = context;
        this.visible = visible;
        this.sheet = sheet;
        this.looks = new LookBook(context.model(), context.locale());
        TemplateReader reader = new TemplateReader(context.model(), looks, sheet.pictures(), Position.NONE);
        this.pieces = reader.read(sheet.html(), sheet.entity());
        this.fileName = sheet.fileName().flatMap(text -> compile(text, Scalar.TEXT));
        this.when = sheet.when().flatMap(text -> compile(text, Scalar.BOOLEAN));
    }

    /** A list by the usual sheet, with the columns that the query names, or the usual ones. */
    static Printing ofList(RequestContext context, Model visible, RecordQuery query) {
        Sheet sheet = new GeneratedSheets(visible, new LookBook(context.model(), context.locale()))
                .list(
                        visible.require(query.entity()),
                        query.fields().stream().map(field -> field.name()).toList());
        return new Printing(context, visible, sheet);
    }

    private Optional<Expression> compile(String text, ValueType type) {
        return new ExpressionCompiler()
                .compile(text, sheet.entity(), context.model(), Optional.of(type))
                .result();
    }

    /** What is to be read of the record. */
    RecordQuery query(Entity entity) {
        return with(RecordQuery.all(entity.fullName()), fields(entity));
    }

    /** The same records, with what is to be read of each. */
    RecordQuery query(Entity entity, RecordQuery query) {
        return with(query, fields(entity));
    }

    private List<FieldSelection> fields(Entity entity) {
        Wanted wanted = new Wanted();
        wanted.addAll(pieces);
        fileName.ifPresent(wanted::add);
        when.ifPresent(wanted::add);
        return wanted.selection(visible, visible.require(entity.fullName()));
    }

    private static RecordQuery with(RecordQuery query, List<FieldSelection> fields) {
        return new RecordQuery(
                query.entity(),
                query.filter(),
                query.sort(),
                fields,
                query.limit(),
                query.page(),
                query.count(),
                query.search(),
                query.deletion(),
                query.asOf(),
                query.grouping());
    }

    PrintedFile print(JsonNode record, Context moment, PrintForm form, PdfPress press) {
        Painter painter = painter(moment);
        Row row = row(record);
        if (when.isPresent() && !painter.holds(when.get(), row)) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.PRINT_CONDITION, "", sheet.title(), sheet.when().orElse("")));
        }
        String name = fileName.map(expression -> painter.text(expression, row)).orElse("");
        Document document = page(name);
        painter.paint(pieces, row, document.body());
        return file(name.isBlank() ? sheet.title() : name, document, form, press);
    }

    /** What the records of an entity are called. */
    String plural(Entity entity) {
        return looks.plural(entity);
    }

    /** The table's row is painted once for each record. */
    PrintedFile list(JsonNode records, String name, Context moment, PrintForm form, PdfPress press) {
        Painter painter = painter(moment);
        Document document = page(name);
        painter.paint(pieces, Row.NONE, document.body());
        Elements bodies = document.body().select("table.rows > tbody");
        Piece.Element line = line(pieces).orElseThrow();
        for (Element body : bodies) {
            body.empty();
            records.forEach(record -> painter.paint(List.of(line), row(record), body));
        }
        return file(name, document, form, press);
    }

    private static Optional<Piece.Element> line(List<Piece> pieces) {
        return elements(pieces)
                .flatMap(element -> element.name().equals("tbody")
                        ? elements(element.children())
                        : line(element.children()).stream())
                .findFirst();
    }

    private static Stream<Piece.Element> elements(List<Piece> pieces) {
        return pieces.stream().filter(Piece.Element.class::isInstance).map(Piece.Element.class::cast);
    }

    private Painter painter(Context moment) {
        return new Painter(
                new Evaluator(new ReadScope(context.model())),
                moment,
                new Wording(looks, context.locale(), moment.zone()));
    }

    private Row row(JsonNode json) {
        return new JsonRow(new ReadScope(context.model()), sheet.entity(), json);
    }

    private Document page(String title) {
        return Paper.page(title, sheet.size(), context.locale());
    }

    private static PrintedFile file(String name, Document document, PrintForm form, PdfPress press) {
        byte[] bytes = switch (form) {
            case HTML -> document.outerHtml().getBytes(StandardCharsets.UTF_8);
            case PDF -> press.press(document);
        };
        String plain = name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ").strip();
        String shortened = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return new PrintedFile(shortened + "." + form.word(), form.mediaType(), bytes);
    }
}
