package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps a field: its type, what every field may say, its conditions, and the rest as hints. */
final class FieldMapping {

    private static final Set<String> INDEXABLE_TEXTS = Set.of("text", "email", "phone", "choice", "barcode");
    private static final int INDEXED = 600;

    private final Site site;
    private final Site.Member member;
    private final Conditions conditions;

    FieldMapping(Site site, Site.Member member, Conditions conditions) {
        this.site = site;
        this.member = member;
        this.conditions = conditions;
    }

    Mapped map(Doc field) {
        Mapped mapped = new TypeMapping(site).map(member, field);
        ObjectNode tree = mapped.tree();
        words(mapped);
        required(mapped);
        flag(mapped, "unique", "unique", hasColumn(mapped));
        flag(mapped, "search_index", "index", isIndexable(mapped));
        flag(mapped, "in_list_view", "inList", true);
        flag(mapped, "hidden", "hidden", true);
        flag(mapped, "set_only_once", "setOnce", hasColumn(mapped));
        flag(mapped, "translatable", "translated", false);
        if (field.flag("allow_on_submit")) {
            tree.put("afterSubmit", "editable");
            mapped.carry("allow_on_submit");
        }
        new DefaultMapping(site, member).map(mapped);
        fetch(mapped);
        condition(mapped, "depends_on", "visible");
        condition(mapped, "mandatory_depends_on", "required");
        condition(mapped, "read_only_depends_on", "readOnly");
        hidden(mapped);
        if (mapped.sort() == Sort.LINK || mapped.sort() == Sort.OPAQUE) {
            field.text("link_filters").ifPresent(filters -> LinkFilters.translate(filters, site, member, mapped));
        }
        ObjectNode hints = Hints.OF_FIELD.of(
                field, mapped::carries, key -> mapped.differs("the property `" + key + "` is not known"));
        if (!hints.isEmpty()) {
            tree.set(Hints.KEY, hints);
        }
        return mapped;
    }

    private void words(Mapped mapped) {
        Doc field = mapped.field();
        if (member.fields().getOrDefault(field.fieldname(), "").equals(field.fieldname())) {
            mapped.carry("fieldname");
        }
        field.text("label").ifPresent(label -> mapped.tree().put("title", label));
        field.text("description").ifPresent(help -> mapped.tree().put("help", help));
        field.text("placeholder").ifPresent(example -> mapped.tree().put("placeholder", example));
        List.of("label", "description", "placeholder").forEach(mapped::carry);
    }

    private static boolean hasColumn(Mapped mapped) {
        return mapped.sort() != Sort.ROWS;
    }

    private static boolean isIndexable(Mapped mapped) {
        return hasColumn(mapped)
                && (mapped.sort() != Sort.TEXT
                        || INDEXABLE_TEXTS.contains(mapped.type())
                                && mapped.tree().path("max").asInt(1) <= INDEXED);
    }

    /**
     * A field that must have a value. One that its own condition hides need not; one whose options only code knows must in
     * the form, where people choose, and not in requests of programs.
     */
    private static void required(Mapped mapped) {
        if (!mapped.field().flag("reqd")) {
            return;
        }
        if (TypeMapping.hasOptionsOfCode(mapped.field())) {
            mapped.note("it is required in the form alone, because code fills its options");
        } else {
            mapped.tree().put("required", true);
            if (mapped.field().text("mandatory_depends_on").isEmpty()) {
                mapped.carry("reqd"); // beside a condition it cannot be told whose it is
            }
        }
    }

    private static void flag(Mapped mapped, String theirs, String ours, boolean possible) {
        if (!mapped.field().flag(theirs)) {
            return;
        }
        if (possible) {
            mapped.tree().put(ours, true);
            mapped.carry(theirs);
        }
    }

    private void condition(Mapped mapped, String theirs, String ours) {
        Optional<String> condition = mapped.field().text(theirs);
        if (condition.isEmpty() || ours.equals("required") && mapped.tree().has("required")) {
            return;
        }
        if (ours.equals("required") && TypeMapping.hasOptionsOfCode(mapped.field())) {
            mapped.note("it is required in the form alone, because code fills its options");
            return;
        }
        conditions
                .translate(
                        condition.get(),
                        why -> mapped.differs(theirs + ": " + why),
                        why -> mapped.note(theirs + ": " + why))
                .ifPresent(expression -> {
                    if (expression.equals("true") || expression.equals("false")) {
                        boolean always = expression.equals("true");
                        if (always != ours.equals("visible") && !ours.equals("readOnly")) {
                            mapped.tree().put(ours, always);
                        }
                    } else {
                        mapped.tree().put(ours, expression);
                    }
                });
    }

    /** What its own condition hides need not have a value. */
    private static void hidden(Mapped mapped) {
        ObjectNode tree = mapped.tree();
        if (tree.path("required").isBoolean() && tree.has("visible")) {
            mapped.uncarry("reqd");
            if (tree.path("visible").isTextual()) {
                tree.set("required", tree.get("visible"));
            } else {
                tree.remove("required");
            }
        }
    }

    /** {@code link.field}: filled from the linked record when the link is chosen. */
    private void fetch(Mapped mapped) {
        Doc field = mapped.field();
        Optional<String> from = field.text("fetch_from");
        if (from.isEmpty()) {
            return;
        }
        FetchPaths paths = new FetchPaths(site, member);
        Optional<String> path = paths.path(from.get().strip(), mapped);
        if (path.isEmpty()) {
            String what = "fetch_from `" + from.get() + "`";
            paths.leadsNowhere(from.get().strip())
                    .ifPresentOrElse(
                            why -> mapped.note(what + " leads nowhere: " + why),
                            () -> mapped.differs(what + " gives another kind of value"));
            return;
        }
        ObjectNode copy = mapped.tree().putObject("copy");
        copy.put("from", path.get());
        copy.put("when", field.flag("fetch_if_empty") ? "empty" : "always");
    }
}
