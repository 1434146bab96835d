package io.armature.engine.print;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Sheets that nobody wrote, from what the caller sees of an entity: a letter, a list and a label. */
final class GeneratedSheets {

    static final String LETTER = "letter";
    static final String LIST = "list";
    static final String LABEL = "label";

    /** In a list, or on a label, more do not fit. */
    private static final int COLUMNS = 8;

    private static final int LABEL_LINES = 4;

    private static final Set<String> LONG = Set.of("longText", "markdown", "html", "code");
    private static final Set<String> NOT_ON_PAPER =
            Set.of("password", "secret", "json", "image", "signature", "file", "files", "geo");
    private static final Set<String> NUMBERS = Set.of("integer", "decimal", "money", "percent", "rating");

    private final Model visible;
    private final LookBook looks;

    GeneratedSheets(Model visible, LookBook looks) {
        this.visible = visible;
        this.looks = looks;
    }

    List<Sheet> of(Entity entity) {
        return List.of(sheet(LETTER, entity, "A4", letter(entity)), sheet(LABEL, entity, "90mm 45mm", label(entity)));
    }

    /** Stands on the entity itself, not on one record: its rows are given to it. */
    Sheet list(Entity entity, List<String> columns) {
        return sheet(LIST, entity, "A4 landscape", roll(entity, shown(entity, columns)));
    }

    private Sheet sheet(String name, Entity entity, String size, String html) {
        Optional<String> file = entity.label().equals("id") ? Optional.empty() : Optional.of(text(entity));
        return new Sheet(
                name,
                looks.own(name),
                entity.fullName(),
                size,
                html,
                Map.of(),
                file,
                Optional.empty(),
                List.of(),
                true);
    }

    private static String text(Entity entity) {
        return "format('{0}', " + entity.label() + ")";
    }

    private String letter(Entity entity) {
        Document page = Document.createShell("");
        Element body = page.body();
        head(body, looks.title(entity));
        body.appendElement("h1").text(value(entity.label()));
        Element table = body.appendElement("table").addClass("facts").appendElement("tbody");
        plain(entity).filter(field -> !field.name().equals(entity.label())).forEach(field -> {
            Element row = table.appendElement("tr").attr("if", "isSet(" + field.name() + ")");
            row.appendElement("th").text(title(field));
            row.appendElement("td").text(value(field.name()));
        });
        own(entity).filter(field -> LONG.contains(field.type().name())).forEach(field -> {
            Element part = body.appendElement("div").attr("if", "isSet(" + field.name() + ")");
            part.appendElement("h2").text(title(field));
            Element text = part.appendElement("div").addClass("long");
            if (field.type().name().equals("html")) {
                text.attr("html", field.name());
            } else {
                text.text(value(field.name()));
            }
        });
        own(entity)
                .forEach(field -> lines(field).ifPresent(line -> {
                    Element part = body.appendElement("div").attr("if", "count(" + field.name() + ") > 0");
                    part.appendElement("h2").text(title(field));
                    table(part, plain(line).limit(COLUMNS).toList(), field.name());
                }));
        return page.outerHtml();
    }

    private String label(Entity entity) {
        Document page = Document.createShell("");
        Element body = page.body().addClass("label");
        Element card = body.appendElement("div").addClass("label");
        card.appendElement("div").addClass("name").text(value(entity.label()));
        plain(entity)
                .filter(field -> !field.name().equals(entity.label()))
                .limit(LABEL_LINES)
                .forEach(field -> card.appendElement("div").text(value(field.name())));
        return page.outerHtml();
    }

    private String roll(Entity entity, List<Field> columns) {
        Document page = Document.createShell("");
        Element body = page.body();
        head(body, looks.plural(entity));
        table(body, columns, "");
        return page.outerHtml();
    }

    /** Who prints, and what. */
    private void head(Element body, String what) {
        Element head = body.appendElement("div").addClass("head");
        if (visible.entity(visible.companyEntity())
                .flatMap(company -> company.field("name"))
                .isPresent()) {
            head.appendElement("div").addClass("company").text(value("company.name"));
        }
        head.appendElement("div").addClass("what").text(safe(what));
    }

    /** A table of rows; where {@code each} is empty, its row is marked for the painter of lists. */
    private void table(Element into, List<Field> columns, String each) {
        Element table = into.appendElement("table").addClass("rows");
        Element head = table.appendElement("thead").appendElement("tr");
        columns.forEach(field -> aligned(head.appendElement("th"), field).text(title(field)));
        Element row = table.appendElement("tbody").appendElement("tr");
        if (!each.isEmpty()) {
            row.attr("each", each);
        }
        columns.forEach(field -> aligned(row.appendElement("td"), field).text(value(field.name())));
    }

    private static Element aligned(Element cell, Field field) {
        return NUMBERS.contains(field.type().name()) ? cell.addClass("number") : cell;
    }

    private List<Field> shown(Entity entity, List<String> names) {
        List<Field> asked = names.stream()
                .flatMap(name -> entity.field(name).stream())
                .filter(field -> isPlain(field) || LONG.contains(field.type().name()))
                .toList();
        if (!asked.isEmpty()) {
            return asked;
        }
        List<Field> listed = plain(entity)
                .filter(field -> field.definition().flag("inList"))
                .limit(COLUMNS)
                .toList();
        return listed.isEmpty() ? plain(entity).limit(COLUMNS).toList() : listed;
    }

    private Optional<Entity> lines(Field field) {
        return field.relation()
                .filter(Relation.Lines.class::isInstance)
                .map(Relation::target)
                .flatMap(visible::entity);
    }

    private static Stream<Field> own(Entity entity) {
        return entity.fields().values().stream()
                .filter(field -> !field.system() && !field.definition().flag("hidden"));
    }

    private static Stream<Field> plain(Entity entity) {
        return own(entity).filter(GeneratedSheets::isPlain);
    }

    private static boolean isPlain(Field field) {
        String type = field.type().name();
        boolean list = field.relation()
                .filter(relation -> !(relation instanceof Relation.Link))
                .isPresent();
        return !list && !LONG.contains(type) && !NOT_ON_PAPER.contains(type);
    }

    private static String value(String expression) {
        return "{{ " + expression + " }}";
    }

    private String title(Field field) {
        return safe(looks.title(field));
    }

    /** A title is no expression, whatever it looks like. */
    private static String safe(String title) {
        return title.replace("{{", "{\u200B{");
    }
}
