package io.armature.metadata.expression;

import io.armature.metadata.expression.Compilation.Fault;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;

/** Ends a compilation; caught by the compiler, which reports what it carries. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    Refusal(List<Fault> faults) {
        super(null, null, false, false);
        this.faults = List.copyOf(faults);
    }

    Refusal(ProblemCode code, int offset, String... arguments) {
        this(List.of(Fault.of(code, offset, arguments)));
    }

    List<Fault> faults() {
        return faults;
    }
}
