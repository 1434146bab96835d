package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import io.armature.metadata.foreign.PlainNames;
import io.armature.metadata.foreign.javascript.ConditionTranslator;
import io.armature.metadata.foreign.javascript.Untranslatable;
import io.armature.metadata.foreign.javascript.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A workflow with its states and transitions. A transition whose condition cannot be translated is left out: without it, it
 * would be open to everybody.
 */
final class WorkflowMapping implements DocMapping {

    private static final int LONGEST = 60;

    /** Who made a record does not approve it. */
    private static final String OTHERS = "owner != user.id";

    private static final List<String> DOCUMENTS = List.of("draft", "submitted", "cancelled");
    private static final List<String> STEPS = List.of("", "submit", "cancel");
    private static final String ADMINISTRATOR = "Administrator";

    @Override
    public String doctype() {
        return "Workflow";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        Optional<Site.Member> member = context.member(doc.text("document_type", ""))
                .filter(found -> found.type().app().equals(context.app().name()));
        if (!doc.flag("is_active")) {
            context.told(Outcome.LEFT_OUT, doc, "it is not in force");
        } else if (member.isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, "`" + doc.text("document_type", "") + "` is not of this application");
        } else {
            workflow(doc, member.get(), context);
        }
    }

    private static void workflow(Doc doc, Site.Member member, AppContext context) {
        List<String> differences = new ArrayList<>();
        SequencedMap<String, String> states = WorkflowBook.states(doc);
        String field = WorkflowBook.field(doc);
        ObjectNode workflow = JsonNodeFactory.instance.objectNode();
        workflow.put("entity", member.fullName());
        workflow.put("field", member.fields().getOrDefault(field, field));
        workflow.put("title", doc.text("workflow_name", doc.name()));
        states(doc, states, member.type().isSubmittable(), workflow.putObject("states"));
        transitions(doc, member, states, context, differences, workflow.putObject("transitions"));
        boolean edits = doc.rows("states").stream()
                .anyMatch(state -> state.text("allow_edit")
                        .filter(role -> !role.equals("All"))
                        .isPresent());
        if (edits) {
            differences.add("who may edit in a state is said by roles alone");
        }
        context.add(Kind.WORKFLOW, doc, workflow);
        context.told(doc, differences);
    }

    private static void states(Doc doc, SequencedMap<String, String> names, boolean document, ObjectNode tree) {
        List<String> left = doc.rows("transitions").stream()
                .map(row -> row.text("state", ""))
                .toList();
        for (Doc row : doc.rows("states")) {
            String title = row.text("state", "");
            String name = names.getOrDefault(title, "");
            if (name.isEmpty() || tree.has(name)) {
                continue;
            }
            boolean first = tree.isEmpty();
            ObjectNode state = tree.putObject(name).put("title", title);
            if (first) {
                state.put("initial", true);
            }
            int status = row.number("doc_status").map(Number::intValue).orElse(0);
            if (document) {
                state.put("document", DOCUMENTS.get(Math.clamp(status, 0, DOCUMENTS.size() - 1)));
            } else if (status > 0) {
                state.put("readOnly", "all");
            }
            if (!left.contains(title) && !first) {
                state.put("final", true);
            }
        }
    }

    /** Rows with the same action and the same next state are one transition from several states. */
    private static void transitions(
            Doc doc,
            Site.Member member,
            Map<String, String> states,
            AppContext context,
            List<String> differences,
            ObjectNode tree) {
        PlainNames names = new PlainNames(LONGEST);
        Map<String, String> byMeaning = new LinkedHashMap<>();
        for (Doc row : doc.rows("transitions")) {
            String from = states.getOrDefault(row.text("state", ""), "");
            String to = states.getOrDefault(row.text("next_state", ""), "");
            Optional<String> when = condition(row, member, context, differences);
            if (from.isEmpty() || to.isEmpty() || when.isEmpty()) {
                continue;
            }
            String action = row.text("action", "Go on");
            String role = row.text("allowed", "");
            String name = byMeaning.computeIfAbsent(
                    action + "|" + to + "|" + role + "|" + when.get(),
                    any -> begun(tree, names.give(action), action, to));
            ObjectNode transition = tree.withObject("/" + name);
            String document = document(doc, row.text("next_state", ""), member);
            if (!role.equals(ADMINISTRATOR) && !context.roles().step(role, member.fullName(), name, document)) {
                differences.add("`" + role + "` takes `" + action + "` and has no right to change the records"
                        + (document.isEmpty() ? "" : " and to " + document + " them") + ": administrators take it");
            }
            add(transition.withArray("from"), from);
            set(doc, row.text("next_state", ""), member, differences, transition);
            tell(doc, row.text("next_state", ""), context, transition);
            row.text("transition_tasks")
                    .ifPresent(tasks -> differences.add("the tasks `" + tasks + "` of `" + action + "` are code"));
            if (!role.equals("All")) {
                context.roles().role(role, doc.file()).ifPresent(ours -> add(transition.withArray("roles"), ours));
            }
            if (!when.get().equals("true")) {
                transition.put("when", when.get());
                transition.put("message", action + " is not possible yet");
            }
        }
    }

    /** Whoever comes to a state gets the value that it gives to a field. */
    private static void set(
            Doc doc, String state, Site.Member member, List<String> differences, ObjectNode transition) {
        for (Doc row : doc.rows("states")) {
            Optional<String> field =
                    row.text("update_field").filter(any -> row.text("state", "").equals(state));
            if (field.isPresent()) {
                value(member, field.get(), row)
                        .ifPresentOrElse(
                                value -> transition
                                        .withObject("/set")
                                        .put(member.fields().getOrDefault(field.get(), field.get()), value),
                                () -> differences.add("`" + state + "` gives `" + field.get() + "` no value here"));
            }
        }
    }

    private static Optional<String> value(Site.Member member, String name, Doc state) {
        String text = state.text("update_value", "");
        Optional<Doc> field = member.type().field(name).filter(any -> !state.flag("evaluate_as_expression"));
        return field.flatMap(found -> switch (found.fieldtype()) {
            case "Select" ->
                found.lines("options").contains(text)
                        ? Optional.of(Value.text(text).text())
                        : Optional.empty();
            case "Data", "Small Text", "Text", "Long Text" ->
                Optional.of(Value.text(text).text());
            case "Check" -> Optional.of(Boolean.toString(text.equals("1")));
            case "Int", "Float", "Currency", "Percent" -> Doc.parse(text).map(BigDecimal::toPlainString);
            default -> Optional.empty();
        });
    }

    /** Where mails are sent, those hear of it who can take the next step. */
    private static void tell(Doc doc, String state, AppContext context, ObjectNode transition) {
        if (!doc.flag("send_email_alert")) {
            return;
        }
        for (Doc next : doc.rows("transitions")) {
            String role = next.text("allowed", "");
            if (next.text("state", "").equals(state) && !role.equals("All")) {
                context.roles()
                        .role(role, doc.file())
                        .ifPresent(ours -> add(transition.withArray("notify"), "role:" + ours));
            }
        }
    }

    /** The step of the document that comes with a state. */
    private static String document(Doc doc, String state, Site.Member member) {
        int status = doc.rows("states").stream()
                .filter(row -> row.text("state", "").equals(state))
                .flatMap(row -> row.number("doc_status").stream())
                .mapToInt(Number::intValue)
                .findFirst()
                .orElse(0);
        return member.type().isSubmittable() ? STEPS.get(Math.clamp(status, 0, STEPS.size() - 1)) : "";
    }

    private static String begun(ObjectNode tree, String name, String title, String to) {
        ObjectNode transition = tree.putObject(name).put("title", title);
        transition.putArray("from");
        transition.put("to", to);
        return name;
    }

    private static void add(ArrayNode list, String value) {
        for (var item : list) {
            if (item.asText().equals(value)) {
                return;
            }
        }
        list.add(value);
    }

    /** The condition, {@code true} where there is none, nothing where it cannot be told. */
    private static Optional<String> condition(
            Doc row, Site.Member member, AppContext context, List<String> differences) {
        Optional<String> python = row.text("condition");
        boolean others = row.json().has("allow_self_approval") && !row.flag("allow_self_approval");
        if (python.isEmpty()) {
            return Optional.of(others ? OTHERS : "true");
        }
        try {
            String when =
                    new ConditionTranslator(context.names(member)).translate(PythonCondition.javascript(python.get()));
            return Optional.of(others ? OTHERS + " && (" + when + ")" : when);
        } catch (Untranslatable untranslatable) {
            differences.add("`" + row.text("action", "") + "` from `" + row.text("state", "")
                    + "` is left out: its condition `" + python.get() + "` has no counterpart");
            return Optional.empty();
        }
    }
}
