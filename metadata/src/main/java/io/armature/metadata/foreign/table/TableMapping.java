package io.armature.metadata.foreign.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Application;
import io.armature.metadata.foreign.Draft;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.ImportReport.Naming;
import io.armature.metadata.foreign.Outcome;
import io.armature.metadata.foreign.PlainNames;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Makes an application of tables: entities, links between them where names and values agree, their rows, a menu and a role. */
final class TableMapping {

    private static final int LONGEST = 60;
    private static final String ROLE = "editor";

    /** No file of a pack is larger than a million bytes. */
    private static final int MOST_BYTES = 900_000;

    private final String pack;
    private final String title;
    private final List<TableShape> shapes = new ArrayList<>();
    private final TableLinks links;
    private final ImportReport report;

    TableMapping(String pack, String title, List<Table> tables, ImportReport report) {
        this.pack = pack;
        this.title = title;
        this.report = report;
        PlainNames entities = new PlainNames(LONGEST);
        entities.reserve("actions");
        tables.forEach(table -> shapes.add(TableShape.of(table, entities)));
        this.links = new TableLinks(shapes);
    }

    Application application() {
        List<Draft> drafts = new ArrayList<>();
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        for (TableShape shape : shapes) {
            drafts.add(new Draft(
                    Kind.ENTITY, shape.entity(), entity(shape), shape.table().file()));
            if (!shape.table().rows().isEmpty()) {
                rows(shape, new TableRows(shape, links), files);
            }
            tell(shape);
        }
        drafts.add(new Draft(Kind.MENU, "main", menu(), ""));
        drafts.add(new Draft(Kind.ROLE, ROLE, role(), ""));
        return new Application(pack, title, "1.0.0", "", new LinkedHashMap<>(), drafts, files);
    }

    /** A pack holds rows that belong to it; a table of many is a file beside, to be taken in once the pack is installed. */
    private void rows(TableShape shape, TableRows rows, SequencedMap<String, byte[]> files) {
        byte[] csv = rows.csv();
        Table table = shape.table();
        if (csv.length <= MOST_BYTES) {
            files.put("data/" + shape.entity() + ".csv", csv);
            table.rows().forEach(row -> report.imported(pack, "row", table.file(), table.name()));
            return;
        }
        String file = "assets/" + shape.entity() + ".csv";
        String key = shape.key().map(column -> shape.keyField()).orElse(SystemFields.EXTERNAL_ID);
        files.put(file, csv);
        report.add(
                Outcome.CHANGED,
                pack,
                "table",
                table.file(),
                table.name(),
                "its " + table.rows().size() + " rows are more than a pack holds: once it is installed, send " + file
                        + " to POST /api/" + pack + "/" + shape.entity() + "/import?format=csv&key=" + key);
    }

    private void tell(TableShape shape) {
        Table table = shape.table();
        report.imported(pack, "entity", table.file(), table.name());
        table.above()
                .forEach(line -> report.add(
                        Outcome.LEFT_OUT,
                        pack,
                        "line",
                        table.file(),
                        table.name(),
                        "it stands above the headers: " + line));
        SequencedMap<String, String> renamed = new LinkedHashMap<>();
        for (int i = 0; i < shape.fields().size(); i++) {
            String header = table.headers().get(i);
            String part = table.name() + "." + shape.fields().get(i);
            if (table.unnamed().contains(header)) {
                report.add(Outcome.CHANGED, pack, "field", table.file(), part, "the column has no header");
            } else {
                report.imported(pack, "field", table.file(), part);
            }
            renamed.putIfAbsent(header, shape.fields().get(i));
        }
        report.named(pack, table.name(), new Naming(pack + "." + shape.entity(), renamed));
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
        Optional<TableShape> target = links.target(shape, column);
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
