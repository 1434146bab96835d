package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import java.util.Map;

/** Writes a tree as YAML, keeping the layout it had where the canonical form leaves a choice. */
final class YamlWriter {

    private static final int STEP = 2;

    private final Layout layout;
    private final FlowText flow;
    private final StringBuilder out = new StringBuilder();

    YamlWriter(Layout layout) {
        this.layout = layout;
        this.flow = new FlowText(layout);
    }

    String write(MapNode tree) {
        if (tree.entries().isEmpty()) {
            out.append("{}\n");
        } else {
            map(tree, Layout.ROOT, 0, "");
        }
        layout.tail().forEach(line -> out.append(line).append('\n'));
        return Lines.tidy(out.toString());
    }

    /**
     * A mapping in block style.
     *
     * @param lead what stands before the first key instead of the indentation: the dash of an item
     */
    private void map(MapNode map, String path, int indent, String lead) {
        int width = layout.style(path).map(Layout.Style::width).orElse(0);
        String first = lead;
        for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
            String child = Layout.child(path, entry.getKey());
            String key = ScalarText.key(entry.getKey(), layout.style(child), false) + ":";
            if (first.isEmpty()) {
                before(child, indent);
                first = " ".repeat(indent);
            }
            value(first + key, width, entry.getValue(), child, indent);
            first = "";
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The rest of an entry whose key stands in {@code begin}. */
    private void value(String begin, int width, Node value, String path, int indent) {
        if (value instanceof TextNode text && isLiteral(text, path)) {
            literal(begin, text.value(), path, indent);
        } else if (flow.fits(value, path)) {
            String text = inline(value, path);
            int pad = text.isEmpty() ? 0 : Math.max(1, width - (length(begin) - indent));
            line(begin + " ".repeat(pad) + text, path);
        } else {
            line(begin, path);
            below(value, path, indent + STEP, "");
        }
    }

    private void below(Node value, String path, int indent, String lead) {
        switch (value) {
            case MapNode map -> map(map, path, indent, lead);
            case ListNode list -> list(list, path, indent, lead);
            case TextNode _, NumberNode _, FlagNode _, NullNode _ ->
                throw new IllegalArgumentException("A scalar stands on the line of its key");
        }
    }

    /** A list in block style; {@code lead} as for mappings. */
    private void list(ListNode list, String path, int indent, String lead) {
        String first = lead;
        for (int i = 0; i < list.items().size(); i++) {
            String child = Layout.child(path, Integer.toString(i));
            Node item = list.items().get(i);
            if (first.isEmpty()) {
                before(child, indent);
                first = " ".repeat(indent);
            }
            if (isBelow(item, child)) {
                below(item, child, indent + STEP, first + "- ");
            } else {
                value(first + "-", 0, item, child, indent);
            }
            first = "";
        }
    }

    private boolean isBelow(Node item, String path) {
        return !(item instanceof TextNode) && !flow.fits(item, path);
    }

    /** A scalar or flow collection; an item that is empty is written out, because a bare dash is easily overlooked. */
    private String inline(Node value, String path) {
        return switch (value) {
            case MapNode _, ListNode _ -> flow.of(value, path);
            case TextNode _, NumberNode _, FlagNode _, NullNode _ -> ScalarText.of(value, layout.style(path), false);
        };
    }

    private boolean isLiteral(TextNode text, String path) {
        return ScalarText.isLiteral(text.value())
                && layout.style(path)
                        .map(style -> style.kind() == Layout.Kind.LITERAL)
                        .orElse(true);
    }

    private void literal(String begin, String value, String path, int indent) {
        line(begin + (value.endsWith("\n") ? " |" : " |-"), path);
        String margin = " ".repeat(indent + STEP);
        value.lines()
                .forEach(line ->
                        out.append(line.isEmpty() ? "" : margin).append(line).append('\n'));
    }

    private void before(String path, int indent) {
        for (Layout.Line line : layout.comments(path).before()) {
            if (!line.text().isEmpty()) {
                out.append(" ".repeat(Math.max(0, indent + line.shift()))).append(line.text());
            }
            out.append('\n');
        }
    }

    private void line(String text, String path) {
        Layout.Comments comments = layout.comments(path);
        out.append(text);
        if (!comments.after().isEmpty()) {
            out.append(" ".repeat(Math.max(1, comments.column() - length(text))))
                    .append(comments.after());
        }
        out.append('\n');
    }
}
