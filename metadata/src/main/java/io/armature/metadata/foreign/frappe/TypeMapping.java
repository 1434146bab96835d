package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The type of ours for each of Frappe's field types. */
final class TypeMapping {

    private static final Set<String> NO_OPTIONS = Set.of("[Select]", "Loading...");
    private static final int DATA = 140;
    private static final int SMALLEST_WHOLE = 1;

    private final Site site;

    TypeMapping(Site site) {
        this.site = site;
    }

    /** Gives the field its type, and the properties that belong to the type. */
    Mapped map(Site.Member member, Doc field) {
        Mapped mapped = new Mapped(field);
        SequencedMap<String, String> states = site.states(member, field.fieldname());
        if (!states.isEmpty()) {
            return state(mapped, states);
        }
        switch (field.fieldtype()) {
            case "Data" -> data(mapped);
            case "Read Only", "Autocomplete", "Icon" -> text(mapped);
            case "Barcode" -> mapped.type("barcode", Sort.TEXT);
            case "Phone" -> mapped.type("phone", Sort.TEXT);
            case "Small Text", "Text", "Long Text" -> mapped.type("longText", Sort.TEXT);
            case "Text Editor" -> mapped.type("html", Sort.TEXT);
            case "Markdown Editor" -> mapped.type("markdown", Sort.TEXT);
            case "HTML Editor" -> code(mapped, "html");
            case "Code" -> code(mapped, field.text("options", "").toLowerCase(java.util.Locale.ROOT));
            case "Int" -> number(mapped, "integer");
            case "Float" -> number(mapped, "decimal");
            case "Percent" -> number(mapped, "percent");
            case "Currency" -> currency(member, mapped);
            case "Rating" -> rating(mapped);
            case "Duration" -> duration(mapped);
            case "Check" -> mapped.type("boolean", Sort.TICK);
            case "Date" -> mapped.type("date", Sort.DAY);
            case "Datetime" -> mapped.type("dateTime", Sort.MOMENT);
            case "Time" -> mapped.type("time", Sort.TIME);
            case "Select" -> select(mapped);
            case "Link" -> link(member, mapped);
            case "Dynamic Link" -> dynamicLink(member, mapped);
            case "Table", "Table MultiSelect" -> table(member, mapped);
            case "Attach" -> mapped.type("file", Sort.OPAQUE);
            case "Attach Image" -> mapped.type("image", Sort.OPAQUE);
            case "Signature" -> mapped.type("signature", Sort.OPAQUE);
            case "Color" -> mapped.type("color", Sort.TEXT);
            case "Password" -> mapped.type("secret", Sort.OPAQUE);
            case "JSON" -> mapped.type("json", Sort.OPAQUE);
            case "Geolocation" -> widget(mapped.type("json", Sort.OPAQUE), "map");
            default -> {
                text(mapped);
                mapped.differs("the field type `" + field.fieldtype() + "` is not known: it is a text here");
            }
        }
        return mapped;
    }

    /** The field that a workflow moves: its states are the options. */
    private static Mapped state(Mapped mapped, SequencedMap<String, String> states) {
        ObjectNode options = mapped.type("choice", Sort.TEXT).tree().putObject("options");
        states.forEach((title, name) -> options.put(name, title));
        Set<String> others = new LinkedHashSet<>(mapped.field().lines("options"));
        if (mapped.field().fieldtype().equals("Select")) {
            others.removeAll(states.keySet());
            others.forEach(option -> mapped.differs("its option `" + option + "` is no state of the workflow"));
        }
        mapped.tree().put("default", states.firstEntry().getValue());
        mapped.settle("default");
        return mapped;
    }

    private static void widget(Mapped mapped, String widget) {
        mapped.tree().put("widget", widget);
    }

    private static void data(Mapped mapped) {
        switch (mapped.field().text("options", "")) {
            case "Email" -> mapped.type("email", Sort.TEXT);
            case "Phone" -> mapped.type("phone", Sort.TEXT);
            case "URL" -> mapped.type("url", Sort.TEXT);
            case "Barcode" -> mapped.type("barcode", Sort.TEXT);
            default -> text(mapped);
        }
    }

    private static void text(Mapped mapped) {
        int length =
                mapped.field().number("length").map(number -> number.intValue()).orElse(0);
        mapped.type("text", Sort.TEXT).tree().put("max", length > 0 ? Math.min(length, 10_000) : DATA);
    }

    private static void code(Mapped mapped, String language) {
        mapped.type("code", Sort.TEXT);
        if (!language.isBlank()) {
            mapped.tree().put("language", language.equals("pythonexpression") ? "python" : language);
        }
    }

    private static void number(Mapped mapped, String type) {
        mapped.type(type, Sort.NUMBER);
        if (mapped.field().flag("non_negative")) {
            mapped.tree().put("min", 0);
        }
    }

    private void currency(Site.Member member, Mapped mapped) {
        number(mapped, "money");
        String options = mapped.field().text("options", "");
        if (options.isEmpty()) {
            return;
        }
        currencyPath(member, options)
                .ifPresentOrElse(
                        path -> mapped.tree().put("currency", path),
                        () -> mapped.differs("its currency `" + options + "` is not here"));
    }

    /** A sibling, or {@code DocType:link:field}: the link is a sibling, the field one of what it leads to. */
    private Optional<String> currencyPath(Site.Member member, String options) {
        String[] parts = options.split(":");
        if (parts.length != 3) {
            return sibling(member, options);
        }
        return sibling(member, parts[1])
                .flatMap(link -> site.find(member.type().app(), parts[0])
                        .filter(company -> member.type()
                                .field(parts[1])
                                .filter(field -> field.text("options", "")
                                        .equals(company.type().name()))
                                .isPresent())
                        .flatMap(company -> sibling(company, parts[2]))
                        .map(field -> link + "." + field));
    }

    private static Optional<String> sibling(Site.Member member, String name) {
        return Optional.ofNullable(member.fields().get(name));
    }

    private static void rating(Mapped mapped) {
        mapped.type("decimal", Sort.NUMBER).tree().put("min", 0).put("max", 1);
        widget(mapped, "rating");
    }

    private static void duration(Mapped mapped) {
        mapped.type("decimal", Sort.NUMBER).tree().put("unit", "s");
        widget(mapped, "duration");
    }

    /** Whether it is a choice whose options only code knows. */
    static boolean hasOptionsOfCode(Doc field) {
        return field.fieldtype().equals("Select") && NO_OPTIONS.containsAll(field.lines("options"));
    }

    private static void select(Mapped mapped) {
        List<String> lines = mapped.field().lines("options");
        Set<String> options = new LinkedHashSet<>(lines);
        if (hasOptionsOfCode(mapped.field())) {
            text(mapped);
            mapped.tree().put("widget", "select");
            return;
        }
        ArrayNode list = mapped.type("choice", Sort.TEXT).tree().putArray("options");
        options.forEach(list::add);
        boolean blank = mapped.field().json().path("options").asText().lines().anyMatch(String::isBlank);
        if (!blank && mapped.field().text("default").isEmpty()) {
            mapped.tree().put("default", options.iterator().next());
        }
        if (options.size() != lines.size()) {
            mapped.differs("an option stands there twice");
        }
    }

    private void link(Site.Member member, Mapped mapped) {
        String doctype = mapped.field().text("options", "");
        Optional<Target> target = site.target(member.type().app(), doctype);
        if (target.isEmpty()) {
            text(mapped);
            mapped.differs(
                    site.isElsewhere(doctype)
                            ? "it links to `" + doctype + "` of an application that needs this one: it is a text here"
                            : "it links to `" + doctype + "`, which is not imported: it is a text here");
            return;
        }
        if (isVirtual(member, doctype) && !member.type().isVirtual()) {
            text(mapped);
            mapped.differs("it links to `" + doctype + "`, whose records code makes up: it is a text here");
            return;
        }
        if (target.get().entity().equals("sys.user")) {
            mapped.type("user", Sort.LINK);
        } else if (target.get().entity().equals("sys.file")) {
            mapped.type("file", Sort.OPAQUE);
        } else {
            mapped.type("link", Sort.LINK).link(target.get().entity());
        }
    }

    private boolean isVirtual(Site.Member member, String doctype) {
        return site.find(member.type().app(), doctype)
                .filter(found -> found.type().isVirtual())
                .isPresent();
    }

    private void dynamicLink(Site.Member member, Mapped mapped) {
        mapped.type("linkAny", Sort.OPAQUE);
        String source = mapped.field().text("options", "");
        Optional<Doc> sibling = member.type().field(source);
        if (sibling.isEmpty()) {
            mapped.differs("the field `" + source + "` that says what it links to is not here");
            return;
        }
        if (!sibling.get().fieldtype().equals("Select")) {
            return;
        }
        ArrayNode allowed = mapped.tree().arrayNode();
        for (String doctype : sibling.get().lines("options")) {
            if (isVirtual(member, doctype)) {
                continue;
            }
            site.target(member.type().app(), doctype).map(Target::entity).ifPresent(allowed::add);
        }
        if (allowed.size() == sibling.get().lines("options").size() && !allowed.isEmpty()) {
            mapped.tree().set("to", allowed);
        }
    }

    private void table(Site.Member member, Mapped mapped) {
        String doctype = mapped.field().text("options", "");
        Optional<Site.Member> child = site.find(member.type().app(), doctype);
        boolean kept = child.filter(found -> !found.type().isVirtual()).isPresent()
                && !member.type().isVirtual();
        if (!kept) {
            mapped.type("json", Sort.OPAQUE);
            if (child.isPresent() && member.type().isVirtual()) {
                mapped.note("code fills its rows, as all of this: they are JSON here");
            } else {
                mapped.differs("its rows are of `" + doctype + "`, which is not imported: it is JSON here");
            }
            return;
        }
        mapped.type("lines", Sort.ROWS).tree().put("of", child.orElseThrow().fullName());
        String link = new Site.Owner(member, mapped.field()).link();
        if (BackLinks.explicit(site, child.orElseThrow(), member)) {
            mapped.tree().put("by", link);
        }
        if (mapped.field().flag("reqd")) {
            mapped.tree().put("min", SMALLEST_WHOLE);
        }
        if (mapped.field().fieldtype().equals("Table MultiSelect")) {
            widget(mapped, "multiSelect");
        }
    }
}
