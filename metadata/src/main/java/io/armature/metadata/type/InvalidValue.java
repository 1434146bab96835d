package io.armature.metadata.type;

import io.armature.metadata.problem.ProblemCode;
import java.util.List;

/** A value that is not one of its field. */
public final class InvalidValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<String> arguments;

    public InvalidValue(ProblemCode code, String... arguments) {
        super(code.id());
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public ProblemCode code() {
        return code;
    }

    /** What the message's places stand for. */
    public List<String> arguments() {
        return arguments;
    }
}
