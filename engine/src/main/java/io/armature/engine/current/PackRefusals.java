package io.armature.engine.current;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Refusals whose words stand in packs, such as those of a check or of a pattern: they are told in the caller's language. What
 * functions of packs throw by mistake was not written for callers, and may hold what they may not read: it is told to
 * administrators alone.
 */
public final class PackRefusals {
    private static final Set<ProblemCode> SAID_BY_PACKS =
            Set.of(ProblemCode.PATTERN_MISMATCH, ProblemCode.CONSTRAINT_VIOLATED);

    private static final int THROWN = 3;
    private static final int KIND = 4;

    private PackRefusals() {}

    /** The problems, those that packs word with the words that their translations have for them. */
    public static List<Problem> translated(List<Problem> problems, RequestContext context) {
        if (problems.stream().noneMatch(problem -> isSaidByPack(problem) || isThrown(problem, context))) {
            return problems;
        }
        Translations translations = Translations.of(context.model());
        return problems.stream()
                .map(problem -> isSaidByPack(problem)
                        ? with(
                                problem,
                                0,
                                translations.text(
                                        context.locale(),
                                        "",
                                        "",
                                        problem.arguments().getFirst()))
                        : isThrown(problem, context)
                                ? with(problem, THROWN, problem.arguments().get(KIND))
                                : problem)
                .toList();
    }

    private static boolean isThrown(Problem problem, RequestContext context) {
        return problem.code() == ProblemCode.SCRIPT_FAILED
                && problem.arguments().size() > KIND
                && !context.user().isAdministrator();
    }

    private static boolean isSaidByPack(Problem problem) {
        return SAID_BY_PACKS.contains(problem.code());
    }

    private static Problem with(Problem problem, int place, String argument) {
        List<String> arguments = new ArrayList<>(problem.arguments());
        arguments.set(place, argument);
        return new Problem(problem.code(), problem.severity(), problem.position(), problem.path(), arguments);
    }
}
