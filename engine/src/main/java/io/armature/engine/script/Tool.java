package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A function that a scene lends to the functions of packs as a member of {@code ctx}, such as {@code ctx.progress(0.5)}. */
@FunctionalInterface
public interface Tool {

    /** What comes back goes to the script as it would stand in JSON. */
    JsonNode use(List<JsonNode> arguments);
}
