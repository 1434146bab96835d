package io.armature.engine.script;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Puts files of hooks in the order in which their functions run: as packs need one another, and as the files ask. */
final class HookOrder {

    private final List<HookModule> modules;
    private final Consumer<Problem> problems;
    private final SequencedSet<HookModule> placed = new LinkedHashSet<>();
    private final SequencedSet<HookModule> waiting = new LinkedHashSet<>();

    private HookOrder(List<HookModule> modules, Consumer<Problem> problems) {
        this.modules = modules;
        this.problems = problems;
    }

    /** @param modules of one entity, as their packs need one another */
    static List<HookModule> of(List<HookModule> modules, Consumer<Problem> problems) {
        HookOrder order = new HookOrder(modules, problems);
        modules.forEach(order::place);
        return List.copyOf(order.placed);
    }

    private void place(HookModule module) {
        if (placed.contains(module)) {
            return;
        }
        if (!waiting.add(module)) {
            cycle(module);
            return;
        }
        for (HookModule other : modules) {
            boolean first = other.isNamedIn(module.after()) || module.isNamedIn(other.before());
            if (other != module && first) {
                place(other);
            }
        }
        waiting.remove(module);
        placed.add(module);
    }

    private void cycle(HookModule module) {
        List<HookModule> circle = new ArrayList<>(waiting);
        List<HookModule> part = circle.subList(circle.indexOf(module), circle.size());
        String names = part.stream().map(HookModule::name).collect(Collectors.joining(", "));
        problems.accept(Problem.error(
                ProblemCode.SCRIPT_ORDER_CYCLE, module.definition().origin().position(), "order", names));
    }
}
