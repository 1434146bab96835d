package io.armature.engine.script;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.JobDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Functions that jobs and workflows name are there: what is missing would be found only when it is to run. */
final class NamedFunctions {

    private final HookBook book;
    private final List<Problem> problems = new ArrayList<>();

    private NamedFunctions(HookBook book) {
        this.book = book;
    }

    static List<Problem> missing(Model model, HookBook book) {
        NamedFunctions functions = new NamedFunctions(book);
        model.definitions(Kind.JOB).values().forEach(functions::job);
        model.definitions(Kind.WORKFLOW).values().forEach(functions::workflow);
        return functions.problems;
    }

    private void job(Definition definition) {
        if (definition instanceof JobDefinition job) {
            job.hook()
                    .ifPresent(name -> require(
                            job,
                            Point.job(name),
                            job.source()
                                    .get("hook")
                                    .map(hook -> hook.position())
                                    .orElse(job.source().position())));
        }
    }

    private void workflow(Definition definition) {
        if (definition instanceof WorkflowDefinition workflow) {
            workflow.transitions()
                    .values()
                    .forEach(transition -> transition
                            .hook()
                            .ifPresent(name -> require(
                                    workflow,
                                    Point.function(name),
                                    transition.origin().position())));
        }
    }

    private void require(Definition asking, Point point, Position place) {
        String pack = asking.origin().pack();
        if (book.of(pack, point).isEmpty()) {
            String known = book.modules().stream()
                    .filter(module -> module.pack().equals(pack))
                    .flatMap(module -> module.points().stream())
                    .filter(other -> other.kind() == point.kind())
                    .map(Point::name)
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(", "));
            problems.add(Problem.error(
                    ProblemCode.SCRIPT_FUNCTION_MISSING,
                    place,
                    "hook",
                    pack,
                    point.toString(),
                    known.isEmpty() ? "–" : known));
        }
    }
}
