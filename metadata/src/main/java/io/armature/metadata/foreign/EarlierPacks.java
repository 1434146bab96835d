package io.armature.metadata.foreign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.read.PackSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The packs that an earlier import wrote. What an entity or a field was called there is a former name of it now, where that differs: a
 * foreign application may be called otherwise, or give a part to another, and records go with their entity. Entities are known by
 * their titles, which are their foreign names; what has another title is known by what it holds, and the report says so.
 */
public final class EarlierPacks {

    private final Map<String, EntityDefinition> byName = new HashMap<>();
    private final Map<String, EntityDefinition> byTitle = new HashMap<>();

    /** One of the entities that are written now. */
    private record Present(Application application, Draft draft) {

        String name() {
            return application.pack() + "." + draft.name();
        }

        String title() {
            return draft.tree().path("title").asText();
        }
    }

    public EarlierPacks(Collection<PackSource> packs) {
        Set<String> twice = new HashSet<>();
        for (PackSource pack : packs) {
            pack.definitions().stream()
                    .filter(EntityDefinition.class::isInstance)
                    .map(EntityDefinition.class::cast)
                    .forEach(entity -> {
                        byName.put(entity.fullName(), entity);
                        entity.title().ifPresent(title -> {
                            if (byTitle.put(title, entity) != null) {
                                twice.add(title);
                            }
                        });
                    });
        }
        byTitle.keySet().removeAll(twice);
    }

    /** Says in the applications which names their entities and fields had, and in the report which of them are taken to be so. */
    public void carry(List<Application> applications, ImportReport report) {
        List<Present> entities = applications.stream()
                .flatMap(application -> application.drafts().stream()
                        .filter(draft -> draft.kind() == Kind.ENTITY)
                        .map(draft -> new Present(application, draft)))
                .toList();
        Map<String, Integer> titles = new HashMap<>();
        Set<String> names = new HashSet<>();
        entities.forEach(entity -> {
            titles.merge(entity.title(), 1, Integer::sum);
            names.add(entity.name());
        });
        SequencedSet<EntityDefinition> left = new LinkedHashSet<>(byName.values());
        List<Present> unknown = new ArrayList<>();
        for (Present entity : entities) {
            Optional<EntityDefinition> known = Optional.ofNullable(byTitle.get(entity.title()))
                    .filter(_ -> titles.getOrDefault(entity.title(), 0) == 1)
                    .or(() -> Optional.ofNullable(byName.get(entity.name())));
            known.ifPresentOrElse(
                    earlier -> {
                        left.remove(earlier);
                        goesOn(entity, earlier, names, report);
                    },
                    () -> unknown.add(entity));
        }
        left.removeIf(earlier -> names.contains(earlier.fullName()));
        renamed(unknown, left).forEach((entity, earlier) -> {
            goesOn(entity, earlier, names, report);
            report.add(
                    Outcome.CHANGED,
                    entity.application().pack(),
                    "former name",
                    entity.draft().source(),
                    entity.title(),
                    "taken to be what was called " + earlier.fullName()
                            + ", whose fields it has; take `renamedFrom` out of it if it is something else");
        });
    }

    private static void goesOn(Present entity, EntityDefinition earlier, Set<String> names, ImportReport report) {
        SequencedSet<String> former = new LinkedHashSet<>();
        earlier.renamedFrom()
                .forEach(name -> former.add(qualified(name, earlier.origin().pack())));
        former.add(earlier.fullName());
        former.removeAll(names);
        if (!former.isEmpty()) {
            ArrayNode list = entity.draft().tree().putArray("renamedFrom");
            former.forEach(list::add);
        }
        if (entity.draft().tree().get("fields") instanceof ObjectNode fields) {
            new EarlierFields(earlier)
                    .carry(fields)
                    .forEach(
                            (now, before) -> report.add(
                                    Outcome.CHANGED,
                                    entity.application().pack(),
                                    "former name",
                                    entity.draft().source(),
                                    entity.title() + "." + now,
                                    "taken to be what was called " + before
                                            + ", since type and title are the same; take `renamedFrom` out of it if it is something else"));
        }
    }

    private static String qualified(String name, String pack) {
        return Origin.fullName(name, pack);
    }

    /** The entities that are like one that is gone and like no other. */
    private static Map<Present, EntityDefinition> renamed(List<Present> unknown, Set<EntityDefinition> gone) {
        Map<Present, EntityDefinition> found = new HashMap<>();
        Map<EntityDefinition, Integer> claims = new HashMap<>();
        for (Present entity : unknown) {
            List<EntityDefinition> alike = gone.stream()
                    .filter(earlier -> entity.draft().tree().get("fields") instanceof ObjectNode fields
                            && new EarlierFields(earlier).areLike(fields))
                    .toList();
            alike.forEach(earlier -> claims.merge(earlier, 1, Integer::sum));
            if (alike.size() == 1) {
                found.put(entity, alike.getFirst());
            }
        }
        found.values().removeIf(earlier -> claims.getOrDefault(earlier, 0) > 1);
        return found;
    }
}
