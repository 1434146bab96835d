package io.armature.engine.script;

import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.HookDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.read.NodeReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.graalvm.polyglot.Value;

/** Reads what a file says of its custom endpoints: {@code action: { score: { title, params, returns, run(input, ctx) {} } }}. */
final class ActionReader {

    /** Types of fields that stand for something else than a value. */
    private static final Set<String> NO_VALUES =
            Set.of("lines", "links", "lookup", "formula", "file", "files", "image", "signature", "password", "secret");

    private ActionReader() {}

    static Action read(HookDefinition definition, String name, Value member, Consumer<Problem> problems) {
        boolean declared = !member.canExecute();
        Value title = declared ? member.getMember("title") : null;
        return new Action(
                definition.origin().pack(),
                name,
                title != null && title.isString() ? title.asString() : name,
                declared ? members(definition, name, "params", member, problems) : Optional.empty(),
                declared ? members(definition, name, "returns", member, problems) : Optional.empty());
    }

    private static Optional<SequencedMap<String, FieldDefinition>> members(
            HookDefinition definition, String action, String key, Value member, Consumer<Problem> problems) {
        Value given = member.getMember(key);
        if (given == null || given.isNull()) {
            return Optional.empty();
        }
        byte[] json = GuestJson.of(given).toString().getBytes(StandardCharsets.UTF_8);
        Optional<Node> tree = NodeReader.read("params.json", json, new Problems());
        SequencedMap<String, FieldDefinition> fields = new LinkedHashMap<>();
        if (tree.orElse(null) instanceof MapNode map) {
            map.entries().forEach((name, node) -> {
                FieldDefinition field = field(definition, name, node);
                if (Action.type(field).isPresent() && !NO_VALUES.contains(field.type())) {
                    fields.put(name, field);
                } else {
                    problems.accept(Problem.error(
                            ProblemCode.SCRIPT_SHAPE,
                            definition.origin().position(),
                            "action." + action + "." + key + "." + name,
                            "action." + action + "." + key + "." + name,
                            "a type of field, such as { type: 'decimal', required: true }"));
                }
            });
        }
        return Optional.of(fields);
    }

    private static FieldDefinition field(HookDefinition definition, String name, Node node) {
        SequencedMap<String, Node> properties = new LinkedHashMap<>();
        if (node instanceof MapNode map) {
            properties.putAll(map.entries());
        } else {
            properties.put("type", node);
        }
        String type = properties.get("type") instanceof TextNode text ? text.value() : "";
        return new FieldDefinition(name, type, properties, definition.origin(), Map.of());
    }
}
