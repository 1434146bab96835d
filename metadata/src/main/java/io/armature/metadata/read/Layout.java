package io.armature.metadata.read;

import io.armature.metadata.definition.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a YAML file was laid out beyond what its tree says: comments, empty lines, the style of each value. Values are
 * found by {@linkplain #child path}. A tree may have changed since: what it says of values that are gone is not used.
 *
 * @param styles by path
 * @param comments by path of the entry or item they stand at
 * @param tail the comments and empty lines after the last entry
 */
public record Layout(Map<String, Style> styles, Map<String, Comments> comments, List<String> tail) {

    /** Of a tree that was not read from YAML. */
    public static final Layout NONE = new Layout(Map.of(), Map.of(), List.of());

    /** The path of the whole. */
    static final String ROOT = "";

    public Layout {
        styles = Map.copyOf(styles);
        comments = Map.copyOf(comments);
        tail = List.copyOf(tail);
    }

    /** The layout of a YAML text; nothing is known of a text that is not YAML. */
    public static Layout of(String yaml) {
        return LayoutReader.read(yaml);
    }

    /** The path of an entry or item of a collection. */
    static String child(String parent, String step) {
        return parent + "/" + step.replace("~", "~0").replace("/", "~1");
    }

    Optional<Style> style(String path) {
        return Optional.ofNullable(styles.get(path));
    }

    Comments comments(String path) {
        return comments.getOrDefault(path, Comments.NONE);
    }

    /**
     * How a value was written.
     *
     * @param kind of a collection or scalar
     * @param key how its key was written; plain for items
     * @param width of a mapping in block style, how far right of their keys values begin, when in one column, else 0; of a
     *     list in flow style, the spaces inside its brackets
     * @param word of a null, how it was written
     */
    record Style(Kind kind, Kind key, int width, String word) {}

    /** The styles of YAML. */
    enum Kind {
        FLOW,
        BLOCK,
        PLAIN,
        SINGLE,
        DOUBLE,
        LITERAL
    }

    /**
     * Comments of an entry.
     *
     * @param before the lines above it, empty ones too
     * @param after what stands behind it on its line, with {@code #}; empty for nothing
     * @param column where {@code after} began, counted from 0
     */
    record Comments(List<Line> before, String after, int column) {
        static final Comments NONE = new Comments(List.of(), "", 0);

        Comments {
            before = List.copyOf(before);
        }
    }

    /**
     * A line above an entry.
     *
     * @param text with {@code #}; empty for an empty line
     * @param shift how far it is indented more than its entry
     */
    record Line(String text, int shift) {}
}
