package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what {@code fetch_from} leads to, where what is there fits into the field. */
final class FetchPaths {

    private static final Map<String, String> SYSTEM =
            Map.of("creation", "created_at", "modified", "updated_at", "owner", "owner.email");

    private static final Set<String> FILES = Set.of("file", "image");

    /** Texts of any form. */
    private static final Set<String> PLAIN = Set.of("text", "longText");

    /** What can be written as a text. */
    private static final Set<Sort> WRITTEN = Set.of(Sort.NUMBER, Sort.TICK, Sort.DAY, Sort.TIME, Sort.MOMENT);

    private final Site site;
    private final Site.Member member;

    FetchPaths(Site site, Site.Member member) {
        this.site = site;
        this.member = member;
    }

    /** Why it means nothing in Frappe either; nothing where it means something. */
    Optional<String> leadsNowhere(String from) {
        String[] parts = from.split("\\.");
        if (parts.length != 2 || parts[0].isBlank()) {
            return Optional.of("it is no link and a field");
        }
        Optional<Doc> link = member.type().field(parts[0]);
        if (link.isEmpty() || DocType.isLayout(link.get())) {
            return Optional.of("there is no field `" + parts[0] + "`");
        }
        if (!link.get().fieldtype().equals("Link")) {
            return Optional.of("`" + parts[0] + "` is no link");
        }
        String doctype = link.get().text("options", "");
        boolean missing = site.find(member.type().app(), doctype)
                .filter(target -> target.type().field(parts[1]).isEmpty())
                .isPresent();
        return missing && !SYSTEM.containsKey(parts[1]) && !parts[1].equals("name")
                ? Optional.of("`" + doctype + "` has no field `" + parts[1] + "`")
                : Optional.empty();
    }

    Optional<String> path(String from, Mapped into) {
        String[] parts = from.split("\\.");
        if (parts.length != 2) {
            return Optional.empty();
        }
        Optional<Doc> link = member.type().field(parts[0]);
        if (link.isEmpty() || !link.get().fieldtype().equals("Link")) {
            return Optional.empty();
        }
        String before = member.fields().getOrDefault(parts[0], parts[0]) + ".";
        Optional<Site.Member> target = site.find(member.type().app(), link.get().text("options", ""));
        if (target.isEmpty()) {
            return site.isElsewhere(link.get().text("options", "")) || into.sort() != Sort.TEXT
                    ? Optional.empty()
                    : Equivalents.field(link.get().text("options", ""), parts[1])
                            .map(path -> before + path);
        }
        Optional<Doc> source = target.get().type().field(parts[1]).filter(field -> !DocType.isLayout(field));
        if (source.isEmpty()) {
            return system(target.get(), parts[1], into).map(path -> before + path);
        }
        return DocType.isComputed(source.get())
                ? Optional.empty()
                : fitting(target.get(), source.get(), into).map(path -> before + path);
    }

    private Optional<String> system(Site.Member target, String name, Mapped into) {
        if (name.equals("name")) {
            return into.sort() == Sort.TEXT ? site.key(target) : Optional.empty();
        }
        return Optional.ofNullable(SYSTEM.get(name))
                .filter(path -> into.sort() == (path.endsWith("_at") ? Sort.MOMENT : Sort.TEXT));
    }

    /** The field itself where it holds the same kind of value; the name of a link where a text is wanted. */
    private Optional<String> fitting(Site.Member target, Doc source, Mapped into) {
        Mapped from = new TypeMapping(site).map(target, source);
        String name = target.fields().getOrDefault(source.fieldname(), source.fieldname());
        if (from.sort() == Sort.LINK && into.sort() == Sort.TEXT) {
            return site.target(target.type().app(), source.text("options", ""))
                    .flatMap(Target::key)
                    .map(key -> name + "." + key);
        }
        return fits(from, into) ? Optional.of(name) : Optional.empty();
    }

    /** Whether a value can be kept in the other field, perhaps written as a text. */
    private static boolean fits(Mapped from, Mapped into) {
        if (into.type().equals("choice")) {
            return from.type().equals("choice");
        }
        if (FILES.contains(from.type())) {
            return FILES.contains(into.type());
        }
        return switch (into.sort()) {
            case TEXT -> from.sort() == Sort.TEXT || WRITTEN.contains(from.sort()) && PLAIN.contains(into.type());
            case NUMBER -> from.sort() == Sort.NUMBER;
            case TICK, DAY, TIME, MOMENT -> from.sort() == into.sort();
            case LINK ->
                from.sort() == Sort.LINK
                        && from.type().equals(into.type())
                        && from.link().equals(into.link());
            case OPAQUE -> from.sort() == Sort.OPAQUE && from.type().equals(into.type());
            case CONDITION, ROWS, NOTHING -> false;
        };
    }
}
