package io.armature.engine.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A refusal as RFC 9457 has it, in one language.
 *
 * @param type names the kind of problem for machines
 * @param title the kind of problem in a few English words, the same on every occurrence
 * @param status the HTTP status
 * @param code stable, such as {@code AR-401}
 * @param detail what is wrong
 * @param hint what to do about it; empty when nothing helps
 * @param errors the single things that are wrong, where there are places to name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type, String title, int status, String code, String detail, String hint, List<Detail> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One thing that is wrong; file, line and column are there for what stands in a pack's file. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Detail(
            String path, String code, String message, String hint, String file, int line, int column, String severity) {

        public static Detail of(Problem problem, Locale locale) {
            Position position = problem.position();
            return new Detail(
                    problem.path(),
                    problem.code().id(),
                    problem.message(locale),
                    problem.hint(locale),
                    position.file(),
                    position.line(),
                    position.column(),
                    problem.isError() ? "" : "warning");
        }
    }

    public ProblemDocument {
        errors = List.copyOf(errors);
    }

    /** The first problem names the whole; those that have a place, and all others, become its {@code errors}. */
    public static ProblemDocument of(List<Problem> problems, Locale locale) {
        Problem whole = problems.getFirst();
        ProblemCode code = whole.code();
        return new ProblemDocument(
                "urn:armature:problem:" + code.id(),
                title(code),
                ProblemStatus.of(code),
                code.id(),
                whole.message(locale),
                whole.hint(locale),
                details(problems, locale));
    }

    public static List<Detail> details(List<Problem> problems, Locale locale) {
        List<Detail> details = new ArrayList<>();
        for (Problem problem : problems) {
            if (!details.isEmpty() || problem != problems.getFirst() || hasPlace(problem)) {
                details.add(Detail.of(problem, locale));
            }
        }
        return details;
    }

    private static boolean hasPlace(Problem problem) {
        return !problem.path().isEmpty() || !problem.position().equals(Position.NONE);
    }

    private static String title(ProblemCode code) {
        String words = code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
