package io.armature.metadata.model;

import io.armature.metadata.problem.Problem;
import java.util.List;

/**
 * A model and what is wrong with it. With errors among the problems the model is good for further checks (so that all
 * problems are told at once), never for running.
 */
public record ModelCompilation(Model model, List<Problem> problems) {
    public ModelCompilation {
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
