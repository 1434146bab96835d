package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.foreign.PlainNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The workflows that are in force, by application and DocType, and what their states are called here. */
final class WorkflowBook {

    private static final int LONGEST = 60;

    private final Map<String, Doc> workflows = new HashMap<>();

    WorkflowBook(List<AppFolder> apps) {
        for (AppFolder app : apps) {
            for (Doc doc : app.of("Workflow")) {
                if (doc.flag("is_active")) {
                    workflows.putIfAbsent(app.name() + " " + doc.text("document_type", ""), doc);
                }
            }
        }
    }

    Optional<Doc> find(String app, String doctype) {
        return Optional.ofNullable(workflows.get(app + " " + doctype));
    }

    static String field(Doc workflow) {
        return workflow.text("workflow_state_field", "workflow_state");
    }

    /** Our names of the states, by Frappe's, in their order. */
    static SequencedMap<String, String> states(Doc workflow) {
        PlainNames names = new PlainNames(LONGEST);
        SequencedMap<String, String> states = new LinkedHashMap<>();
        for (Doc row : workflow.rows("states")) {
            row.text("state").ifPresent(state -> states.computeIfAbsent(state, names::give));
        }
        return states;
    }

    /** The states of a field, empty where no workflow is about it. */
    SequencedMap<String, String> states(DocType type, String field) {
        return find(type.app(), type.name())
                .filter(workflow -> field(workflow).equals(field))
                .map(WorkflowBook::states)
                .orElseGet(LinkedHashMap::new);
    }

    /** The DocType with the field that its workflow needs, which Frappe adds by itself. */
    Doc withState(String app, Doc type) {
        Optional<Doc> workflow = find(app, type.name());
        boolean there = workflow.isEmpty()
                || type.rows("fields").stream()
                        .anyMatch(field -> field.fieldname().equals(field(workflow.get())));
        if (there) {
            return type;
        }
        ObjectNode json = type.json().deepCopy();
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        field.put("fieldname", field(workflow.orElseThrow())).put("fieldtype", "Link");
        field.put("label", "Workflow State")
                .put("options", "Workflow State")
                .put("read_only", 1)
                .put("is_system_generated", 1);
        json.withArray("fields").insert(0, field);
        json.withArray("field_order").insert(0, field.path("fieldname").asText());
        return new Doc(type.file(), json);
    }
}
