package io.armature.engine.current;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Refusals whose words stand in packs, such as those of a check or of a pattern: they are told in the caller's language. */
public final class PackRefusals {
    private static final Set<ProblemCode> SAID_BY_PACKS =
            Set.of(ProblemCode.PATTERN_MISMATCH, ProblemCode.CONSTRAINT_VIOLATED);

    private PackRefusals() {}

    /** The problems, those that packs word with the words that their translations have for them. */
    public static List<Problem> translated(List<Problem> problems, RequestContext context) {
        if (problems.stream().noneMatch(PackRefusals::isSaidByPack)) {
            return problems;
        }
        Translations translations = Translations.of(context.model());
        return problems.stream()
                .map(problem -> isSaidByPack(problem) ? translated(problem, translations, context) : problem)
                .toList();
    }

    private static boolean isSaidByPack(Problem problem) {
        return SAID_BY_PACKS.contains(problem.code());
    }

    private static Problem translated(Problem problem, Translations translations, RequestContext context) {
        List<String> arguments = new ArrayList<>(problem.arguments());
        arguments.set(0, translations.text(context.locale(), "", "", arguments.getFirst()));
        return new Problem(problem.code(), problem.severity(), problem.position(), problem.path(), arguments);
    }
}
