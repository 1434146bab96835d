package io.armature.metadata.foreign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.read.PackSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The packs that an earlier import wrote. What an entity was called there is a former name of it now, where that differs: a foreign
 * application may be called otherwise, or give a part to another, and records go with their entity. Entities are known by their
 * titles, which are their foreign names.
 */
public final class EarlierPacks {

    private final Map<String, Known> byTitle = new HashMap<>();

    /** @param names all names that it had, oldest first, with their packs */
    private record Known(List<String> names) {}

    public EarlierPacks(Collection<PackSource> packs) {
        Set<String> twice = new HashSet<>();
        for (PackSource pack : packs) {
            pack.definitions().stream()
                    .filter(EntityDefinition.class::isInstance)
                    .map(EntityDefinition.class::cast)
                    .forEach(entity -> entity.title().ifPresent(title -> {
                        if (byTitle.put(title, known(entity)) != null) {
                            twice.add(title);
                        }
                    }));
        }
        byTitle.keySet().removeAll(twice);
    }

    private static Known known(EntityDefinition entity) {
        List<String> names = new ArrayList<>();
        entity.renamedFrom()
                .forEach(name -> names.add(qualified(name, entity.origin().pack())));
        names.add(entity.fullName());
        return new Known(names);
    }

    private static String qualified(String name, String pack) {
        return name.indexOf('.') < 0 ? pack + "." + name : name;
    }

    /** Says in the applications which names their entities had. */
    public void carry(List<Application> applications) {
        Set<String> now = new HashSet<>();
        Map<String, Integer> titles = new HashMap<>();
        each(applications, (name, draft) -> {
            now.add(name);
            titles.merge(title(draft), 1, Integer::sum);
        });
        each(applications, (name, draft) -> {
            Known known = byTitle.get(title(draft));
            if (known != null && titles.getOrDefault(title(draft), 0) == 1) {
                List<String> former =
                        known.names().stream().filter(old -> !now.contains(old)).toList();
                if (!former.isEmpty()) {
                    ArrayNode list = draft.tree().putArray("renamedFrom");
                    former.forEach(list::add);
                }
            }
        });
    }

    private interface Each {
        void see(String name, Draft draft);
    }

    private static void each(List<Application> applications, Each each) {
        for (Application application : applications) {
            application.drafts().stream()
                    .filter(draft -> draft.kind() == Kind.ENTITY)
                    .forEach(draft -> each.see(application.pack() + "." + draft.name(), draft));
        }
    }

    private static String title(Draft draft) {
        return draft.tree().path("title").asText();
    }
}
