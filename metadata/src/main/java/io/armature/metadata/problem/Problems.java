package io.armature.metadata.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems, so that all of them are told at once. Not safe for several threads. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether something is wrong with exactly what stands at a path. */
    public boolean hasErrorAt(String path) {
        return found.stream()
                .anyMatch(problem -> problem.isError() && problem.path().equals(path));
    }

    /** Everything found, in the order of the files. */
    public List<Problem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::position).thenComparing(Problem::path))
                .distinct()
                .toList();
    }
}
