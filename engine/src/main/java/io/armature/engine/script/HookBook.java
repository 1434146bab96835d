package io.armature.engine.script;

import io.armature.metadata.definition.HookDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which functions of a model run at which points, in their order. Immutable. */
final class HookBook {

    static final HookBook EMPTY = new HookBook(List.of(), List.of(), Map.of());

    private final List<HookModule> modules;
    private final List<Problem> problems;
    private final Map<String, Map<Point, List<HookModule>>> byEntity;

    private HookBook(
            List<HookModule> modules, List<Problem> problems, Map<String, Map<Point, List<HookModule>>> byEntity) {
        this.modules = List.copyOf(modules);
        this.problems = List.copyOf(problems);
        this.byEntity = Map.copyOf(byEntity);
    }

    static HookBook of(Model model, ModuleReader reader) {
        if (model.definitions(Kind.HOOK).isEmpty()) {
            return EMPTY;
        }
        List<Problem> problems = new ArrayList<>();
        List<HookModule> modules = new ArrayList<>();
        model.definitions(Kind.HOOK)
                .values()
                .forEach(definition -> reader.read(model, (HookDefinition) definition, problems::add)
                        .ifPresent(modules::add));
        Map<String, Map<Point, List<HookModule>>> byEntity = new HashMap<>();
        for (Entity entity : model.entities().values()) {
            Map<Point, List<HookModule>> points = points(entity, modules, problems);
            if (!points.isEmpty()) {
                byEntity.put(entity.fullName(), points);
            }
        }
        return new HookBook(modules, problems.stream().distinct().toList(), byEntity);
    }

    /** The functions of an entity, and of those whose record it shares. */
    private static Map<Point, List<HookModule>> points(
            Entity entity, List<HookModule> modules, List<Problem> problems) {
        List<HookModule> own = modules.stream()
                .filter(module -> entity.lineage().contains(module.entity()))
                .toList();
        Map<Point, List<HookModule>> points = new HashMap<>();
        for (HookModule module : HookOrder.of(own, problems::add)) {
            module.points()
                    .forEach(point -> points.computeIfAbsent(point, any -> new ArrayList<>())
                            .add(module));
        }
        points.replaceAll((point, list) -> List.copyOf(list));
        return points;
    }

    List<HookModule> at(String entity, Point point) {
        return byEntity.getOrDefault(entity, Map.of()).getOrDefault(point, List.of());
    }

    /** The packs whose functions look at an entity. */
    Stream<String> packs(String entity) {
        return byEntity.getOrDefault(entity, Map.of()).values().stream()
                .flatMap(List::stream)
                .map(HookModule::pack);
    }

    /** Whether anything that is written of an entity is looked at. */
    boolean has(String entity) {
        Map<Point, List<HookModule>> points = byEntity.getOrDefault(entity, Map.of());
        return points.size() > (points.containsKey(Point.ON_READ) ? 1 : 0);
    }

    /** The file of a pack that has a function, for points that no record is needed for. */
    Optional<HookModule> of(String pack, Point point) {
        return modules.stream()
                .filter(module -> module.pack().equals(pack) && module.points().contains(point))
                .findFirst();
    }

    /** The functions for imports that are bound to an entity, or to none of another pack's: by their full names, in order. */
    List<String> imports(Entity entity) {
        return modules.stream()
                .filter(module -> entity.lineage().contains(module.entity())
                        || module.entity().isEmpty()
                                && module.pack().equals(entity.origin().pack()))
                .flatMap(module -> module.points().stream()
                        .filter(point -> point.kind() == Point.Kind.IMPORT)
                        .map(point -> module.pack() + "." + point.name()))
                .distinct()
                .sorted()
                .toList();
    }

    /** All files that can run. */
    List<HookModule> modules() {
        return modules;
    }

    /** All custom endpoints, by their full names. */
    List<Action> actions() {
        return modules.stream()
                .flatMap(module -> module.actions().values().stream())
                .sorted(Comparator.comparing(Action::fullName))
                .toList();
    }

    List<Problem> problems() {
        return problems;
    }
}
