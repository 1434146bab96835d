package io.armature.metadata.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a tree as JSON: two spaces a level, short and simple values on one line. */
final class JsonWriter {

    private static final int LONGEST = 100;

    private final ObjectMapper mapper = new ObjectMapper();

    String write(MapNode tree) {
        StringBuilder out = new StringBuilder();
        append(out, tree, "");
        return out.append('\n').toString();
    }

    private void append(StringBuilder out, Node node, String indent) {
        String line = line(node);
        if (indent.length() + line.length() <= LONGEST
                && !(indent.isEmpty()
                        && node instanceof MapNode map
                        && !map.entries().isEmpty())) {
            out.append(line);
            return;
        }
        String deeper = indent + "  ";
        switch (node) {
            case MapNode map -> {
                String separator = "{\n";
                for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
                    out.append(separator)
                            .append(deeper)
                            .append(quoted(entry.getKey()))
                            .append(": ");
                    append(out, entry.getValue(), deeper);
                    separator = ",\n";
                }
                out.append('\n').append(indent).append('}');
            }
            case ListNode list -> {
                String separator = "[\n";
                for (Node item : list.items()) {
                    out.append(separator).append(deeper);
                    append(out, item, deeper);
                    separator = ",\n";
                }
                out.append('\n').append(indent).append(']');
            }
            case TextNode _, NumberNode _, FlagNode _, NullNode _ -> out.append(line);
        }
    }

    private String line(Node node) {
        return switch (node) {
            case MapNode map ->
                map.entries().isEmpty()
                        ? "{}"
                        : map.entries().entrySet().stream()
                                .map(entry -> quoted(entry.getKey()) + ": " + line(entry.getValue()))
                                .collect(Collectors.joining(", ", "{ ", " }"));
            case ListNode list -> list.items().stream().map(this::line).collect(Collectors.joining(", ", "[", "]"));
            case TextNode text -> quoted(text.value());
            case NumberNode number -> number.value().toPlainString();
            case FlagNode flag -> Boolean.toString(flag.value());
            case NullNode _ -> "null";
        };
    }

    private String quoted(String text) {
        return mapper.getNodeFactory().textNode(text).toString();
    }
}
