package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collections on one line: {@code { a: 1, b: [x, y] }}. */
final class FlowText {

    private static final int LONGEST = 100;

    private final Layout layout;

    FlowText(Layout layout) {
        this.layout = layout;
    }

    String of(Node node, String path) {
        return switch (node) {
            case MapNode map -> map.entries().isEmpty() ? "{}" : "{ " + entries(map, path) + " }";
            case ListNode list -> list.items().isEmpty() ? "[]" : list(list, path);
            case TextNode _, NumberNode _, FlagNode _, NullNode _ -> ScalarText.of(node, layout.style(path), true);
        };
    }

    private String entries(MapNode map, String path) {
        return map.entries().entrySet().stream()
                .map(entry -> {
                    String child = Layout.child(path, entry.getKey());
                    return ScalarText.key(entry.getKey(), layout.style(child), true) + ": "
                            + of(entry.getValue(), child);
                })
                .collect(Collectors.joining(", "));
    }

    private String list(ListNode list, String path) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            items.add(of(list.items().get(i), Layout.child(path, Integer.toString(i))));
        }
        boolean spaced = layout.style(path)
                .filter(style -> style.kind() == Layout.Kind.FLOW)
                .map(style -> style.width() > 0)
                .orElseGet(() -> list.items().stream().anyMatch(MapNode.class::isInstance));
        String text = String.join(", ", items);
        return spaced ? "[ " + text + " ]" : "[" + text + "]";
    }

    /** Whether a value stands on the line of its key: as it was, or if it is short and simple. */
    boolean fits(Node node, String path) {
        if (isEmpty(node)) {
            return true;
        }
        return layout.style(path)
                .filter(style -> style.kind() == Layout.Kind.FLOW || style.kind() == Layout.Kind.BLOCK)
                .map(style -> style.kind() == Layout.Kind.FLOW)
                .orElseGet(() -> !holdsDefinitions(node)
                        && height(node) <= 3
                        && of(node, path).length() <= LONGEST);
    }

    private static boolean isEmpty(Node node) {
        return switch (node) {
            case MapNode map -> map.entries().isEmpty();
            case ListNode list -> list.items().isEmpty();
            case TextNode _, NumberNode _, FlagNode _, NullNode _ -> true;
        };
    }

    /** A mapping of mappings, such as fields: each gets a line of its own. */
    private static boolean holdsDefinitions(Node node) {
        return switch (node) {
            case MapNode map -> map.entries().values().stream().allMatch(MapNode.class::isInstance);
            case ListNode list -> list.items().stream().allMatch(MapNode.class::isInstance);
            case TextNode _, NumberNode _, FlagNode _, NullNode _ -> false;
        };
    }

    private static int height(Node node) {
        return switch (node) {
            case MapNode map ->
                1
                        + map.entries().values().stream()
                                .mapToInt(FlowText::height)
                                .max()
                                .orElse(0);
            case ListNode list ->
                1 + list.items().stream().mapToInt(FlowText::height).max().orElse(0);
            case TextNode _, NumberNode _, FlagNode _, NullNode _ -> 0;
        };
    }
}
