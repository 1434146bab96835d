package io.armature.metadata.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the other ends of links. */
final class InverseFinder {

    private final SequencedMap<String, SequencedMap<String, Field>> fields;
    private final Set<String> lineLinks;

    /** @param fields all fields of every entity */
    InverseFinder(SequencedMap<String, SequencedMap<String, Field>> fields) {
        this.fields = fields;
        this.lineLinks = fields.values().stream()
                .flatMap(all -> all.values().stream())
                .flatMap(field -> field.relation().stream())
                .filter(Relation.Lines.class::isInstance)
                .map(Relation.Lines.class::cast)
                .map(lines -> lines.target() + "." + lines.by())
                .collect(Collectors.toSet());
    }

    /** The inverses that each entity has of its own, by entity and name. */
    Map<String, SequencedMap<String, Inverse>> find() {
        Map<String, List<Field>> incoming = new LinkedHashMap<>();
        fields.forEach((entity, all) -> all.values().stream()
                .filter(field -> field.level().equals(entity) && !field.system())
                .forEach(field -> target(field)
                        .ifPresent(target -> incoming.computeIfAbsent(target, any -> new ArrayList<>())
                                .add(field))));
        Map<String, SequencedMap<String, Inverse>> found = new LinkedHashMap<>();
        incoming.forEach((target, links) -> found.put(target, name(target, links)));
        return found;
    }

    private static Optional<String> target(Field field) {
        return field.relation().filter(Relation.Link.class::isInstance).map(Relation::target);
    }

    private SequencedMap<String, Inverse> name(String target, List<Field> links) {
        SequencedMap<String, Inverse> inverses = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>(
                fields.getOrDefault(target, new LinkedHashMap<>()).keySet());
        Map<String, Long> rivals = links.stream()
                .filter(link -> unnamed(link) && !ownsLine(link))
                .collect(Collectors.groupingBy(InverseFinder::plural, Collectors.counting()));
        links.stream()
                .filter(link -> !unnamed(link))
                .forEach(link -> link.definition().text("inverse").ifPresent(name -> put(inverses, taken, name, link)));
        for (Field link : links) {
            if (unnamed(link) && !ownsLine(link)) {
                boolean alone = rivals.getOrDefault(plural(link), 0L) == 1 && !taken.contains(plural(link));
                put(inverses, taken, alone ? plural(link) : plural(link) + "_by_" + link.name(), link);
            }
        }
        return inverses;
    }

    private static boolean unnamed(Field link) {
        return link.definition().text("inverse").isEmpty();
    }

    /** Links of lines back to their parent: the lines field itself is their other end. */
    private boolean ownsLine(Field link) {
        return lineLinks.contains(link.level() + "." + link.name());
    }

    private static void put(SequencedMap<String, Inverse> inverses, Set<String> taken, String name, Field link) {
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + "_" + i;
        }
        taken.add(free);
        inverses.put(free, new Inverse(free, link.level(), link.name()));
    }

    private static String plural(Field link) {
        return Words.plural(EntityName.parse(link.level()).entity());
    }
}
