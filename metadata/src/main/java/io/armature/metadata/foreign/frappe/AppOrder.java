package io.armature.metadata.foreign.frappe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders applications so that as few links as possible lead to one that comes later: packs may not need each other in a circle. */
final class AppOrder {

    private AppOrder() {}

    static List<AppFolder> of(List<AppFolder> apps) {
        Map<String, Set<String>> owners = new HashMap<>();
        Map<String, Map<String, Integer>> links = new HashMap<>();
        for (AppFolder app : apps) {
            app.of("DocType")
                    .forEach(type -> owners.computeIfAbsent(type.name(), any -> new HashSet<>())
                            .add(app.name()));
        }
        for (AppFolder app : apps) {
            Map<String, Integer> out = links.computeIfAbsent(app.name(), any -> new HashMap<>());
            for (Doc type : app.of("DocType")) {
                for (Doc field : type.rows("fields")) {
                    count(app.name(), owners.getOrDefault(field.text("options", ""), Set.of()), out);
                }
            }
            app.of("Custom Field")
                    .forEach(field -> count(app.name(), owners.getOrDefault(field.text("dt", ""), Set.of()), out));
        }
        List<AppFolder> waiting = new ArrayList<>(apps);
        waiting.sort(Comparator.comparing(AppFolder::name));
        List<AppFolder> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            AppFolder next = waiting.stream()
                    .min(Comparator.comparingInt(app -> needs(app, waiting, links)))
                    .orElseThrow();
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static void count(String app, Set<String> owners, Map<String, Integer> out) {
        if (!owners.contains(app)) {
            owners.forEach(owner -> out.merge(owner, 1, Integer::sum));
        }
    }

    private static int needs(AppFolder app, List<AppFolder> waiting, Map<String, Map<String, Integer>> links) {
        return waiting.stream()
                .filter(other -> other != app)
                .mapToInt(other -> links.getOrDefault(app.name(), Map.of()).getOrDefault(other.name(), 0))
                .sum();
    }
}
