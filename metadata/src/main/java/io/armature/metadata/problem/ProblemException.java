package io.armature.metadata.problem;

import java.util.List;
import java.util.Locale;

/** Work refused because of one or more problems; nothing was changed. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(List<Problem> problems) {
        super(problems.isEmpty() ? "" : problems.getFirst().message(Locale.ENGLISH));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("A refusal names at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    /** What was wrong, the first being the one that names the whole. */
    public List<Problem> problems() {
        return problems;
    }
}
