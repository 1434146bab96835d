package io.armature.metadata.foreign.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Application;
import io.armature.metadata.foreign.Draft;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.ImportReport.Naming;
import io.armature.metadata.foreign.PlainNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Makes an application of tables: entities, links between them where names and values agree, their rows, a menu and a role. */
final class TableMapping {

    private static final int LONGEST = 60;
    private static final String ROLE = "editor";

    private final String pack;
    private final String title;
    private final List<TableShape> shapes = new ArrayList<>();
    private final ImportReport report;

    TableMapping(String pack, String title, List<Table> tables, ImportReport report) {
        this.pack = pack;
        this.title = title;
        this.report = report;
        PlainNames entities = new PlainNames(LONGEST);
        entities.reserve("actions");
        tables.forEach(table -> shapes.add(TableShape.of(table, entities)));
    }

    Application application() {
        List<Draft> drafts = new ArrayList<>();
        for (TableShape shape : shapes) {
            drafts.add(new Draft(
                    Kind.ENTITY, shape.entity(), entity(shape), shape.table().file()));
            if (!shape.table().rows().isEmpty()) {
                drafts.add(new Draft(
                        Kind.DATA, shape.entity(), data(shape), shape.table().file()));
            }
            tell(shape);
        }
        drafts.add(new Draft(Kind.MENU, "main", menu(), ""));
        drafts.add(new Draft(Kind.ROLE, ROLE, role(), ""));
        return new Application(pack, title, "1.0.0", "", new LinkedHashMap<>(), drafts, new LinkedHashMap<>());
    }

    private void tell(TableShape shape) {
        String file = shape.table().file();
        report.imported(pack, "entity", file, shape.table().name());
        SequencedMap<String, String> renamed = new LinkedHashMap<>();
        for (int i = 0; i < shape.fields().size(); i++) {
            report.imported(
                    pack,
                    "field",
                    file,
                    shape.table().name() + "." + shape.fields().get(i));
            renamed.put(shape.table().headers().get(i), shape.fields().get(i));
        }
        shape.table()
                .rows()
                .forEach(row -> report.imported(pack, "row", file, shape.table().name()));
        report.named(pack, shape.table().name(), new Naming(pack + "." + shape.entity(), renamed));
    }

    /** The table that a column leads to: one called like the column, in whose key all of its values are. */
    private Optional<TableShape> target(TableShape shape, int column) {
        String field = shape.fields().get(column).replaceFirst("_(id|code|no|number|key)$", "");
        List<String> cells = shape.table().filled(column);
        return shapes.stream()
                .filter(other -> other != shape && other.key().isPresent() && !cells.isEmpty())
                .filter(other -> List.of(field, field + "s", field + "es", field.replaceFirst("y$", "ies"))
                        .contains(other.entity()))
                .filter(other -> other.keys().containsAll(cells))
                .findFirst();
    }

    private ObjectNode entity(TableShape shape) {
        ObjectNode entity = JsonNodeFactory.instance.objectNode();
        entity.put("title", shape.table().name());
        shape.key().ifPresent(column -> {
            entity.put("label", shape.fields().get(column));
            entity.putArray("key").add(shape.fields().get(column));
        });
        ObjectNode fields = entity.putObject("fields");
        for (int i = 0; i < shape.fields().size(); i++) {
            fields.set(shape.fields().get(i), field(shape, i));
        }
        return entity;
    }

    private ObjectNode field(TableShape shape, int column) {
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        ColumnType type = shape.types().get(column);
        Optional<TableShape> target = target(shape, column);
        if (target.isPresent()) {
            field.put("type", "link").put("to", target.get().entity());
        } else {
            field.put("type", type.type());
            if (!type.options().isEmpty()) {
                ArrayNode options = field.putArray("options");
                type.options().forEach(options::add);
            }
        }
        field.put("title", shape.table().headers().get(column));
        boolean full =
                shape.table().filled(column).size() == shape.table().rows().size();
        if (full && !shape.table().rows().isEmpty() && !type.type().equals("boolean")) {
            field.put("required", true);
        }
        if (column < 6) {
            field.put("inList", true);
        }
        return field;
    }

    private ObjectNode data(TableShape shape) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode records = data.putArray("records");
        int number = 0;
        for (List<String> row : shape.table().rows()) {
            number++;
            ObjectNode record = records.addObject();
            if (shape.key().isEmpty()) {
                record.put("external_id", shape.entity() + "-" + number);
            }
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    cell(record, shape, i, row.get(i));
                }
            }
        }
        return data;
    }

    private void cell(ObjectNode record, TableShape shape, int column, String cell) {
        String field = shape.fields().get(column);
        Optional<TableShape> target = target(shape, column);
        String text = shape.types().get(column).write().apply(cell);
        if (target.isPresent()) {
            TableShape other = target.get();
            int key = other.key().orElseThrow();
            ObjectNode finder = record.putObject(field);
            put(finder, other.fields().get(key), other.types().get(key).type(), cell);
        } else {
            put(record, field, shape.types().get(column).type(), text);
        }
    }

    private static void put(ObjectNode node, String field, String type, String text) {
        switch (type) {
            case "integer" -> node.put(field, Long.parseLong(text));
            case "decimal" -> node.put(field, new java.math.BigDecimal(text));
            case "boolean" -> node.put(field, Boolean.parseBoolean(text));
            default -> node.put(field, text);
        }
    }

    private ObjectNode menu() {
        ObjectNode menu = JsonNodeFactory.instance.objectNode();
        menu.put("title", title);
        ArrayNode items = menu.putArray("items");
        shapes.forEach(shape -> items.addObject().put("entity", pack + "." + shape.entity()));
        return menu;
    }

    private ObjectNode role() {
        ObjectNode role = JsonNodeFactory.instance.objectNode();
        role.put("title", "Editor");
        ObjectNode grants = role.putObject("grants");
        for (TableShape shape : shapes) {
            ObjectNode grant = grants.putObject(pack + "." + shape.entity());
            List.of("read", "create", "update", "delete", "export", "import", "print", "report")
                    .forEach(right -> grant.put(right, true));
        }
        return role;
    }
}
