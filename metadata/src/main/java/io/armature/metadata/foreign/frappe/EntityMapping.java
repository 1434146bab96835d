package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Draft;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/** Maps a DocType to an entity, and its layout to a form. */
final class EntityMapping {

    private static final String FIELD = "field";
    private static final Set<String> CARRIED = Set.of(
            "fields",
            "field_order",
            "permissions",
            "links",
            "actions",
            "states",
            "issingle",
            "is_virtual",
            "is_tree",
            "is_submittable",
            "description",
            "name");

    private final Site site;
    private final Site.Member member;
    private final DocType type;
    private final ImportReport report;
    private final Conditions conditions;
    private final List<String> differences = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> mapped = new LinkedHashSet<>();

    EntityMapping(Site site, Site.Member member, Function<String, Optional<String>> roles, ImportReport report) {
        this.site = site;
        this.member = member;
        this.type = member.type();
        this.report = report;
        this.conditions = new Conditions(new ConditionNames(site, member, roles));
    }

    List<Draft> drafts() {
        ObjectNode entity = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        entity.put("title", type.name());
        type.doc().text("description").ifPresent(description -> entity.put("description", description));
        NameMapping name = new NameMapping(site, member);
        SequencedMap<String, ObjectNode> fields = new LinkedHashMap<>();
        name.field(differences::add).ifPresent(field -> fields.put("name", field));
        ObjectNode uncomputed = JsonNodeFactory.instance.objectNode();
        for (Doc field : type.data()) {
            if (DocType.isComputed(field)) {
                computed(field, uncomputed);
            } else {
                fields.put(member.fields().getOrDefault(field.fieldname(), ""), field(field));
            }
        }
        type.repeated().forEach(field -> leftOut(field, "another field has this name"));
        backLinks(fields);
        new EntityHead(site, member, name).write(entity, fields, differences::add);
        ObjectNode tree = entity.putObject("fields");
        fields.forEach(tree::set);
        entity.set(Hints.KEY, hints(uncomputed));
        List<Draft> drafts = new ArrayList<>(List.of(new Draft(Kind.ENTITY, member.entity(), entity, type.file())));
        new LayoutMapping(conditions, member, mapped, differences::add, notes::add)
                .form()
                .ifPresent(form -> drafts.add(new Draft(Kind.VIEW, member.entity() + "_form", form, type.file())));
        tell();
        return drafts;
    }

    private ObjectNode field(Doc field) {
        Mapped done = new FieldMapping(site, member, conditions).map(field);
        mapped.add(field.fieldname());
        String part = type.name() + "." + field.fieldname();
        if (done.differences().isEmpty() && done.notes().isEmpty()) {
            report.imported(member.pack(), FIELD, type.file(), part);
        } else if (done.differences().isEmpty()) {
            report.imported(member.pack(), FIELD, type.file(), part, String.join("; ", done.notes()));
        } else {
            report.add(Outcome.CHANGED, member.pack(), FIELD, type.file(), part, String.join("; ", done.differences()));
        }
        return done.tree();
    }

    private void computed(Doc field, ObjectNode uncomputed) {
        leftOut(field, "code computes it, and code is not imported");
        uncomputed.set(field.fieldname(), Hints.OF_FIELD.of(field, any -> false, any -> {}));
    }

    private void leftOut(Doc field, String why) {
        report.add(Outcome.LEFT_OUT, member.pack(), FIELD, type.file(), type.name() + "." + field.fieldname(), why);
    }

    private void backLinks(SequencedMap<String, ObjectNode> fields) {
        for (Site.Owner owner : site.owners(member)) {
            if (BackLinks.explicit(site, member, owner.parent())
                    && member.pack().equals(owner.parent().pack())) {
                ObjectNode link = JsonNodeFactory.instance.objectNode();
                link.put("type", "link");
                link.put("to", owner.parent().fullName());
                link.put("onDelete", "cascade");
                link.put("hidden", true);
                fields.put(owner.link(), link);
            }
        }
    }

    private ObjectNode hints(ObjectNode uncomputed) {
        ObjectNode hints = Hints.OF_DOCTYPE.of(
                type.doc(), this::isCarried, key -> differences.add("the property `" + key + "` is not known"));
        for (String rows : List.of("permissions", "links", "actions", "states")) {
            rows(rows).ifPresent(list -> hints.set(rows, list));
        }
        if (!uncomputed.isEmpty()) {
            hints.set("fields", uncomputed);
        }
        if (type.fields().values().stream().anyMatch(DocType::isLayout)) {
            hints.set("layout", layout());
        }
        order().ifPresent(order -> hints.set("field_order", order));
        return hints;
    }

    /** What is virtual is not said to be anything else besides. */
    private boolean isCarried(String property) {
        boolean besides = property.equals("issingle") || property.equals("is_submittable");
        return CARRIED.contains(property) && !(type.isVirtual() && besides);
    }

    private Optional<ArrayNode> rows(String key) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Doc row : type.doc().rows(key)) {
            list.add(plain(row));
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /** What a row says, without what is empty. */
    private static ObjectNode plain(Doc row) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        row.json().properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (Doc.isThere(value) && value.isValueNode() && !entry.getKey().equals("doctype")) {
                plain.set(entry.getKey(), value);
            }
        });
        return plain;
    }

    /** The order as it is written, where it is not simply that of the fields: it may name what is not there, or be missing. */
    private Optional<ArrayNode> order() {
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        type.doc().json().path("field_order").forEach(name -> written.add(name.asText()));
        List<String> names = new ArrayList<>();
        written.forEach(name -> names.add(name.asText()));
        return names.equals(List.copyOf(type.fields().keySet())) ? Optional.empty() : Optional.of(written);
    }

    private ArrayNode layout() {
        ArrayNode layout = JsonNodeFactory.instance.arrayNode();
        for (Doc field : type.fields().values()) {
            if (DocType.isLayout(field)) {
                layout.add(plain(field));
            } else {
                layout.add(field.fieldname());
            }
        }
        return layout;
    }

    private void tell() {
        SequencedMap<String, String> renamed = new LinkedHashMap<>();
        member.fields().forEach((foreign, ours) -> {
            if (!foreign.equals(ours)) {
                renamed.put(foreign, ours);
            }
        });
        report.named(member.pack(), type.name(), new ImportReport.Naming(member.fullName(), renamed));
        if (differences.isEmpty()) {
            report.imported(member.pack(), "entity", type.file(), type.name(), String.join("; ", notes));
        } else {
            report.add(
                    Outcome.CHANGED, member.pack(), "entity", type.file(), type.name(), String.join("; ", differences));
        }
    }
}
