package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A command that was refused: the process ends with status 1. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonNode problem;

    Refusal(String message) {
        this(message, JsonNodeFactory.instance.objectNode().put("detail", message));
    }

    /** @param problem the document of a server's answer, or what stands for one */
    Refusal(String message, JsonNode problem) {
        super(message);
        this.problem = problem;
    }

    JsonNode problem() {
        return problem;
    }
}
