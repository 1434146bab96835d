package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A DocType.
 *
 * @param app the name of its application
 * @param fields fields and parts of the layout, in the order of the form, each name once
 * @param repeated fields whose name stands there a second time
 */
record DocType(Doc doc, String app, SequencedMap<String, Doc> fields, List<Doc> repeated) {

    /** Field types that hold no value: the layout of the form, buttons, texts. */
    private static final Set<String> LAYOUT =
            Set.of("Section Break", "Column Break", "Tab Break", "HTML", "Button", "Heading", "Fold", "Image");

    static DocType of(Doc doc, String app) {
        SequencedMap<String, Doc> written = new LinkedHashMap<>();
        List<Doc> repeated = new ArrayList<>();
        int unnamed = 0;
        for (Doc field : doc.rows("fields")) {
            String name = field.fieldname();
            if (name.isEmpty()) {
                unnamed++;
                name = PlainWords.of(field.fieldtype()) + "_" + unnamed;
                ObjectNode named = field.json().deepCopy();
                field = new Doc(field.file(), named.put("fieldname", name));
            }
            if (written.putIfAbsent(name, field) != null) {
                repeated.add(field);
            }
        }
        SequencedMap<String, Doc> ordered = new LinkedHashMap<>();
        for (JsonNode name : doc.json().path("field_order")) {
            Doc field = written.get(name.asText());
            if (field != null) {
                ordered.put(name.asText(), field);
            }
        }
        written.forEach(ordered::putIfAbsent);
        return new DocType(doc, app, ordered, List.copyOf(repeated));
    }

    String name() {
        return doc.name();
    }

    String file() {
        return doc.file();
    }

    boolean isChild() {
        return doc.flag("istable");
    }

    boolean isSingle() {
        return doc.flag("issingle");
    }

    boolean isVirtual() {
        return doc.flag("is_virtual");
    }

    boolean isSubmittable() {
        return doc.flag("is_submittable");
    }

    boolean isTree() {
        return doc.flag("is_tree");
    }

    Optional<Doc> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    static boolean isLayout(Doc field) {
        return LAYOUT.contains(field.fieldtype());
    }

    /** Whether the field is computed by code and kept nowhere. */
    static boolean isComputed(Doc field) {
        return field.flag("is_virtual");
    }

    /** Fields that hold values. */
    List<Doc> data() {
        return fields.values().stream().filter(field -> !isLayout(field)).toList();
    }

    /** The field that holds the parent in a tree. */
    Optional<String> treeParent() {
        if (!isTree()) {
            return Optional.empty();
        }
        return doc.text("nsm_parent_field")
                .or(() -> Optional.of("parent_" + PlainWords.of(name())))
                .filter(name -> fields.containsKey(name)
                        && fields.get(name).fieldtype().equals("Link")
                        && fields.get(name).text("options", "").equals(name()));
    }
}
