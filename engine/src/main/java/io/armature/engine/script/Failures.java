package io.armature.engine.script;

import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;

/** Says what went wrong in a script: which pack, file and line, and why. */
final class Failures {

    private static final String OVERFLOW = "Maximum call stack size exceeded";
    private static final int LONGEST_MESSAGE = 1_000;

    private Failures() {}

    /** What is told of something thrown that is no error. */
    static final String OF_NO_KIND = "…";

    private static final Pattern KIND = Pattern.compile("[A-Z]?[A-Za-z]{0,40}Error(?=:|$)");

    /** What is thrown instead of what GraalJS threw. */
    static RuntimeException explain(PolyglotException failure, Call call) {
        Position position = position(failure, call);
        if (call.exhausted().isPresent()) {
            return budget(call, call.exhausted().get(), position);
        }
        if (failure.isHostException()) {
            return host(failure.asHostException(), call, position);
        }
        if (failure.isResourceExhausted()) {
            return budget(call, Budget.Part.BYTES, position);
        }
        if (String.valueOf(failure.getMessage()).contains(OVERFLOW)) {
            return budget(call, Budget.Part.DEPTH, position);
        }
        ProblemCode code = failure.isSyntaxError() ? ProblemCode.SCRIPT_SYNTAX : ProblemCode.SCRIPT_FAILED;
        ProblemException explained = problem(code, call, position, message(failure), kind(failure));
        explained.initCause(failure);
        return explained;
    }

    /** A refusal of a port keeps its codes and is told where it came up; a fault of our own stays what it is. */
    private static RuntimeException host(Throwable thrown, Call call, Position position) {
        return switch (thrown) {
            case ProblemException refused
            when refused.problems().getFirst().position().equals(Position.NONE) -> {
                List<Problem> placed = new ArrayList<>();
                refused.problems().forEach(problem -> placed.add(problem.at(position, problem.path())));
                ProblemException explained = new ProblemException(placed);
                explained.initCause(refused);
                yield explained;
            }
            case ScriptFault fault ->
                problem(ProblemCode.SCRIPT_FAILED, call, position, String.valueOf(fault.getMessage()));
            case RuntimeException other -> other;
            default -> new IllegalStateException(thrown);
        };
    }

    /** A call that was stopped, as seen from outside. */
    static ProblemException budget(Call call) {
        return budget(call, call.exhausted().orElse(Budget.Part.TIME), call.position());
    }

    private static ProblemException budget(Call call, Budget.Part part, Position position) {
        if (call.isUnwanted()) {
            return problem(ProblemCode.SCRIPT_STOPPED, call, position);
        }
        String most = Long.toString(call.budget().of(part));
        return problem(ProblemCode.SCRIPT_BUDGET, call, position, most + " " + part.unit());
    }

    static ProblemException problem(ProblemCode code, Call call, String... more) {
        return problem(code, call, call.position(), more);
    }

    private static ProblemException problem(ProblemCode code, Call call, Position position, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                call.pack(),
                call.definition().origin().position().file(),
                call.point().toString()));
        arguments.addAll(List.of(more));
        return new ProblemException(
                Problem.error(code, position, call.point().toString(), arguments.toArray(String[]::new)));
    }

    /** {@code TypeError}: all that is told of what a function threw to who may not read everything. */
    private static String kind(PolyglotException failure) {
        Matcher kind = KIND.matcher(String.valueOf(failure.getMessage()));
        return kind.lookingAt() ? kind.group() : OF_NO_KIND;
    }

    private static String message(PolyglotException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    }

    private static Position position(PolyglotException failure, Call call) {
        SourceSection section = failure.getSourceLocation();
        if (section == null || section.getSource().isInternal()) {
            section = null;
            for (PolyglotException.StackFrame frame : failure.getPolyglotStackTrace()) {
                SourceSection place = frame.isGuestFrame() ? frame.getSourceLocation() : null;
                if (place != null && !place.getSource().isInternal()) {
                    section = place;
                    break;
                }
            }
        }
        return section == null || !section.hasLines()
                ? call.position()
                : new Position(section.getSource().getName(), section.getStartLine(), section.getStartColumn());
    }
}
