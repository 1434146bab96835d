package io.armature.metadata.expression;

import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Severity;
import java.util.List;
import java.util.Optional;

/** What compiling a text gave: an expression, or everything that is wrong with the text. */
public sealed interface Compilation {

    /** The text means something. */
    record Compiled(Expression expression) implements Compilation {}

    /** The text means nothing; there is at least one fault. */
    record Refused(String text, List<Fault> faults) implements Compilation {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * One thing wrong with an expression.
     *
     * @param offset where in the text, in UTF-16 units from 0; the text's length when something is missing at its end
     * @param arguments what the places of the code's sentences stand for
     */
    record Fault(ProblemCode code, int offset, List<String> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }

        static Fault of(ProblemCode code, int offset, String... arguments) {
            return new Fault(code, offset, List.of(arguments));
        }

        /**
         * The fault as a problem of a file.
         *
         * @param start where the text begins; {@link Position#NONE} where there is no file
         */
        public Problem problem(String text, Position start, String path) {
            return new Problem(code, Severity.ERROR, place(text, start), path, arguments);
        }

        private Position place(String text, Position start) {
            if (start.line() == 0) {
                return start;
            }
            String before = text.substring(0, Math.min(offset, text.length()));
            int lines = (int) before.chars().filter(unit -> unit == '\n').count();
            int inLine = before.length() - (before.lastIndexOf('\n') + 1);
            int column = lines == 0 ? start.column() + inLine : inLine + 1;
            return new Position(start.file(), start.line() + lines, column);
        }
    }

    /** The expression, if the text means one. */
    default Optional<Expression> result() {
        return switch (this) {
            case Compiled(var expression) -> Optional.of(expression);
            case Refused _ -> Optional.empty();
        };
    }

    /** What is wrong, as problems of the file in which the text begins at {@code start}. */
    default List<Problem> problems(Position start, String path) {
        return switch (this) {
            case Compiled _ -> List.of();
            case Refused(var text, var faults) ->
                faults.stream().map(fault -> fault.problem(text, start, path)).toList();
        };
    }

    /** The expression; throws {@link ProblemException} with what is wrong under {@code path} when there is none. */
    default Expression orThrow(String path) {
        return result().orElseThrow(() -> new ProblemException(problems(Position.NONE, path)));
    }
}
