package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Custom Fields, Property Setters and Custom DocPerms. Those on an application's own DocTypes become part of them; those on other
 * applications' are told by extensions.
 */
final class Customisation {

    /** What a DocType consists of, which no setter says. */
    private static final Set<String> STRUCTURE =
            Set.of("fields", "field_order", "permissions", "links", "actions", "states", "name", "doctype", "module");

    private final Map<String, AppFolder> apps = new HashMap<>();
    private final ImportReport report;

    Customisation(List<AppFolder> apps, ImportReport report) {
        apps.forEach(app -> this.apps.put(app.name(), app));
        this.report = report;
    }

    private List<Doc> of(String app, String doctype, String key, String name) {
        return Optional.ofNullable(apps.get(app)).stream()
                .flatMap(folder -> folder.of(doctype).stream())
                .filter(doc -> doc.text(key, "").equals(name))
                .toList();
    }

    /** The DocType with its own application's customisations. */
    Doc apply(String app, Doc type) {
        List<Doc> fields = of(app, "Custom Field", "dt", type.name());
        List<Doc> setters = of(app, "Property Setter", "doc_type", type.name());
        if (fields.isEmpty() && setters.isEmpty()) {
            return type;
        }
        ObjectNode json = type.json().deepCopy();
        fields.forEach(field -> add(json, field));
        setters.forEach(setter -> set(json, setter));
        return new Doc(type.file(), json);
    }

    /** The permission rules that count: custom ones replace the DocType's own. */
    List<Doc> rules(String app, DocType type) {
        List<Doc> custom = of(app, "Custom DocPerm", "parent", type.name());
        return custom.isEmpty() ? type.doc().rows("permissions") : custom;
    }

    /** What an application adds to a DocType of another one. */
    List<Doc> foreignFields(AppFolder app, Site site) {
        return app.of("Custom Field").stream()
                .filter(field -> !isOwn(app.name(), field.text("dt", ""), site))
                .toList();
    }

    List<Doc> foreignSetters(AppFolder app, Site site) {
        return app.of("Property Setter").stream()
                .filter(setter -> !isOwn(app.name(), setter.text("doc_type", ""), site))
                .toList();
    }

    List<Doc> foreignRules(AppFolder app, Site site) {
        return app.of("Custom DocPerm").stream()
                .filter(rule -> !isOwn(app.name(), rule.text("parent", ""), site))
                .toList();
    }

    private static boolean isOwn(String app, String doctype, Site site) {
        return site.find(app, doctype)
                .filter(member -> member.type().app().equals(app))
                .isPresent();
    }

    private static void add(ObjectNode type, Doc field) {
        ObjectNode copy = field.json().deepCopy();
        type.withArray("fields").add(copy);
        ArrayNode order = type.withArray("field_order");
        List<String> names = new ArrayList<>();
        order.forEach(name -> names.add(name.asText()));
        int after = field.text("insert_after").map(names::indexOf).orElse(-1);
        order.removeAll();
        names.add(after < 0 ? names.size() : after + 1, field.fieldname());
        names.forEach(order::add);
    }

    /** Sets a property of the DocType, or of one of its fields. */
    private void set(ObjectNode type, Doc setter) {
        String property = setter.text("property", "");
        Optional<ObjectNode> target =
                setter.text("field_name").map(name -> field(type, name)).orElse(Optional.of(type));
        if (target.isEmpty() || property.isEmpty()) {
            report.add(Outcome.LEFT_OUT, "", "property setter", setter.file(), setter.name(), "the field is not there");
            return;
        }
        if (target.get() == type && STRUCTURE.contains(property)) {
            String why = "`" + property + "` is not a value: it is left as the DocType has it";
            report.add(Outcome.LEFT_OUT, "", "property setter", setter.file(), setter.name(), why);
            return;
        }
        target.get().put(property, setter.text("value", ""));
    }

    private static Optional<ObjectNode> field(ObjectNode type, String name) {
        for (var field : type.path("fields")) {
            if (field instanceof ObjectNode found
                    && found.path("fieldname").asText().equals(name)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
