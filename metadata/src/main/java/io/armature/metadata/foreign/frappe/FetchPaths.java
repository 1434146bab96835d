package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.Map;
import java.util.Optional;

/** Finds what {@code fetch_from} leads to, where what is there fits into the field. */
final class FetchPaths {

    private static final Map<String, String> SYSTEM =
            Map.of("creation", "created_at", "modified", "updated_at", "owner", "owner.email");

    private final Site site;
    private final Site.Member member;

    FetchPaths(Site site, Site.Member member) {
        this.site = site;
        this.member = member;
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
            return Optional.empty();
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
        boolean same = from.sort() == into.sort()
                && (from.sort() == Sort.TEXT
                        || from.sort() == Sort.NUMBER
                        || from.type().equals(into.type()))
                && from.link().equals(into.link())
                && from.sort() != Sort.ROWS;
        return same && !into.type().equals("choice") || same && from.type().equals(into.type())
                ? Optional.of(name)
                : Optional.empty();
    }
}
