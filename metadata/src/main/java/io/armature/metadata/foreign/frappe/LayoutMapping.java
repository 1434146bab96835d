package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes a form of the breaks between fields: tabs, sections, columns. Fields that are read-only for people stay open to
 * programs, as Frappe has it: that is said here, not at the field.
 */
final class LayoutMapping {

    private final Conditions conditions;
    private final Site.Member member;
    private final Set<String> mapped;
    private final Consumer<String> told;
    private final Consumer<String> noted;

    private final List<ObjectNode> tabs = new ArrayList<>();
    private ObjectNode tab = node();
    private ObjectNode section = node();
    private ArrayNode column = JsonNodeFactory.instance.arrayNode();

    /**
     * @param mapped the foreign names of fields that are here
     * @param told hears of what cannot be said
     * @param noted hears of what is the same and hardly meant
     */
    LayoutMapping(
            Conditions conditions,
            Site.Member member,
            Set<String> mapped,
            Consumer<String> told,
            Consumer<String> noted) {
        this.conditions = conditions;
        this.member = member;
        this.mapped = Set.copyOf(mapped);
        this.told = told;
        this.noted = noted;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The form, or nothing where the order of the fields says as much. */
    Optional<ObjectNode> form() {
        boolean laidOut = member.type().fields().values().stream()
                .anyMatch(field -> field.fieldtype().endsWith("Break")
                        || isReadOnlyHere(field)
                        || isRequiredHere(field)
                        || requiredHere(field).isPresent());
        if (!laidOut) {
            return Optional.empty();
        }
        section.putArray("columns");
        tab.putArray("sections");
        for (Doc field : member.type().fields().values()) {
            switch (field.fieldtype()) {
                case "Tab Break" -> beginTab(field);
                case "Section Break" -> beginSection(field);
                case "Column Break" -> endColumn();
                default -> field(field);
            }
        }
        endTab();
        return tabs.isEmpty() ? Optional.empty() : Optional.of(view());
    }

    private ObjectNode view() {
        ObjectNode view = node();
        view.put("kind", "form");
        view.put("entity", member.fullName());
        if (tabs.size() == 1 && !tabs.getFirst().has("title")) {
            view.set("sections", tabs.getFirst().get("sections"));
        } else {
            ArrayNode list = view.putArray("tabs");
            if (!tabs.getFirst().has("title")) {
                tabs.getFirst().put("title", "Details");
            }
            tabs.forEach(list::add);
        }
        return view;
    }

    private void beginTab(Doc field) {
        endTab();
        field.text("label").ifPresent(title -> tab.put("title", title));
        tab.put("name", name(field));
        condition(field, tab);
    }

    private void beginSection(Doc field) {
        endSection();
        section.put("name", name(field));
        field.text("label").ifPresent(title -> section.put("title", title));
        condition(field, section);
        if (field.flag("collapsible")) {
            section.put("collapsed", true);
        }
    }

    private static String name(Doc field) {
        return io.armature.metadata.foreign.PlainNames.of(field.fieldname(), 60);
    }

    private void condition(Doc field, ObjectNode part) {
        field.text("depends_on")
                .flatMap(condition -> conditions.translate(
                        condition,
                        why -> told.accept(field.fieldname() + " depends_on: " + why),
                        why -> noted.accept(field.fieldname() + " depends_on: " + why)))
                .filter(expression -> !expression.equals("true"))
                .ifPresent(expression -> {
                    if (expression.equals("false")) {
                        part.put("visible", false);
                    } else {
                        part.put("visible", expression);
                    }
                });
    }

    private void field(Doc field) {
        if (!mapped.contains(field.fieldname()) || field.flag("hidden")) {
            return;
        }
        String name = member.fields().getOrDefault(field.fieldname(), field.fieldname());
        if (isReadOnlyHere(field)) {
            column.addObject().put("field", name).put("readOnly", true);
        } else if (isRequiredHere(field)) {
            column.addObject().put("field", name).put("required", true);
        } else if (requiredHere(field).isPresent()) {
            column.addObject()
                    .put("field", name)
                    .put("required", requiredHere(field).get());
        } else {
            column.add(name);
        }
    }

    /** What is closed to people whatever the record says, and open to programs. */
    private boolean isReadOnlyHere(Doc field) {
        return field.flag("read_only")
                || field.text("read_only_depends_on")
                        .flatMap(condition -> conditions.translate(condition, any -> {}))
                        .filter("true"::equals)
                        .isPresent();
    }

    /** What people must fill in, and programs need not. */
    private static boolean isRequiredHere(Doc field) {
        return field.flag("reqd") && field.text("depends_on").isEmpty() && TypeMapping.hasOptionsOfCode(field);
    }

    /** On which condition people must fill it in. */
    private Optional<String> requiredHere(Doc field) {
        return TypeMapping.hasOptionsOfCode(field)
                ? field.text("mandatory_depends_on")
                        .flatMap(condition -> conditions.translate(condition, any -> {}))
                        .filter(condition -> !condition.equals("true") && !condition.equals("false"))
                : Optional.empty();
    }

    private void endColumn() {
        if (!column.isEmpty()) {
            section.withArray("columns").add(column);
        }
        column = JsonNodeFactory.instance.arrayNode();
    }

    private void endSection() {
        endColumn();
        if (!section.path("columns").isEmpty()) {
            ObjectNode ordered = node();
            section.properties().stream()
                    .filter(entry -> !entry.getKey().equals("columns"))
                    .forEach(entry -> ordered.set(entry.getKey(), entry.getValue()));
            ordered.set("columns", section.get("columns"));
            tab.withArray("sections").add(ordered);
        }
        section = node();
        section.putArray("columns");
    }

    private void endTab() {
        endSection();
        if (!tab.path("sections").isEmpty()) {
            ObjectNode ordered = node();
            tab.properties().stream()
                    .filter(entry -> !entry.getKey().equals("sections"))
                    .forEach(entry -> ordered.set(entry.getKey(), entry.getValue()));
            ordered.set("sections", tab.get("sections"));
            tabs.add(ordered);
        }
        tab = node();
        tab.putArray("sections");
    }
}
