package io.armature.metadata.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads how a YAML text is laid out: the styles from the parser's events, the comments from the lines between them. */
final class LayoutReader {

    private final LayoutLines lines;
    private final Map<String, Layout.Style> styles = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Entry> entries = new ArrayList<>();

    private LayoutReader(String text) {
        this.lines = new LayoutLines(text);
    }

    /** A collection whose end has not come yet. */
    private static final class Open {
        private final String path;
        private final boolean mapping;
        private final boolean block;
        private final Mark start;
        private final Layout.Kind keyStyle;
        private final List<Gap> gaps = new ArrayList<>();
        private int items;
        private @Nullable ScalarEvent key;

        private Open(String path, CollectionStartEvent event, Layout.Kind keyStyle) {
            this.path = path;
            this.mapping = event instanceof MappingStartEvent;
            this.block = !event.isFlow();
            this.start = event.getStartMark();
            this.keyStyle = keyStyle;
        }
    }

    /** How far right of its key a value begins on the same line: of the key's begin, and of its colon. */
    private record Gap(int column, int width) {}

    /** An entry or item at which comments can stand. */
    record Entry(String path, int line, int column) {}

    static Layout read(String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Limits.BYTES);
            return new LayoutReader(yaml).read(new ParserImpl(new StreamReader(yaml), options));
        } catch (YAMLException noYaml) {
            return Layout.NONE;
        }
    }

    private Layout read(Parser parser) {
        List<Event> events = new ArrayList<>();
        while (parser.peekEvent() != null) {
            Event event = parser.getEvent();
            events.add(event);
            lines.cover(event);
        }
        events.forEach(this::accept);
        return new Layout(styles, lines.comments(entries), lines.tail());
    }

    private void accept(Event event) {
        switch (event) {
            case CollectionStartEvent start -> begin(start);
            case CollectionEndEvent end -> end(end);
            case ScalarEvent scalar -> scalar(scalar);
            default -> {}
        }
    }

    private void begin(CollectionStartEvent start) {
        String path = path(start);
        open.push(new Open(path, start, keyStyle()));
    }

    private void end(CollectionEndEvent end) {
        Open closed = open.pop();
        boolean block = closed.block
                || lines.hasComment(closed.start, end.getEndMark())
                || lines.isLong(closed.start, end.getEndMark());
        int width = closed.block ? column(closed.gaps) : lines.isSpaced(closed.start) ? 1 : 0;
        styles.put(
                closed.path,
                new Layout.Style(block ? Layout.Kind.BLOCK : Layout.Kind.FLOW, closed.keyStyle, width, ""));
        finish();
    }

    private void scalar(ScalarEvent scalar) {
        Open inner = open.peek();
        if (inner != null && inner.mapping && inner.key == null) {
            inner.key = scalar;
            return;
        }
        String path = path(scalar);
        styles.put(path, new Layout.Style(kind(scalar.getScalarStyle()), keyStyle(), 0, scalar.getValue()));
        finish();
    }

    /** The path of the value that begins with an event; remembers the entry, if comments can stand at it. */
    private String path(Event event) {
        Open inner = open.peek();
        if (inner == null) {
            return Layout.ROOT;
        }
        ScalarEvent key = inner.key;
        if (key == null) {
            String path = Layout.child(inner.path, Integer.toString(inner.items++));
            Mark start = event.getStartMark();
            int dash = inner.block ? lines.dashBefore(start) : start.getColumn();
            entries.add(new Entry(path, start.getLine(), dash));
            return path;
        }
        String path = Layout.child(inner.path, key.getValue());
        entries.add(
                new Entry(path, key.getStartMark().getLine(), key.getStartMark().getColumn()));
        if (key.getEndMark().getLine() == event.getStartMark().getLine()
                && event.getStartMark().getIndex() > key.getEndMark().getIndex() + 1) {
            int column = event.getStartMark().getColumn();
            inner.gaps.add(new Gap(
                    column - key.getStartMark().getColumn(),
                    column - key.getEndMark().getColumn() - 1));
        }
        return path;
    }

    private Layout.Kind keyStyle() {
        Open inner = open.peek();
        return inner == null || inner.key == null ? Layout.Kind.PLAIN : kind(inner.key.getScalarStyle());
    }

    private void finish() {
        Open inner = open.peek();
        if (inner != null) {
            inner.key = null;
        }
    }

    /** Where most values begin, seen from their keys, if that is further right than they must; else 0. */
    private static int column(List<Gap> gaps) {
        Map<Integer, Long> columns = gaps.stream().collect(Collectors.groupingBy(Gap::column, Collectors.counting()));
        Optional<Map.Entry<Integer, Long>> most = columns.entrySet().stream().max(Map.Entry.comparingByValue());
        boolean aligned = gaps.size() > 1
                && most.isPresent()
                && most.get().getValue() * 3 >= gaps.size() * 2L
                && gaps.stream().anyMatch(gap -> gap.width() > 1);
        return aligned ? most.get().getKey() : 0;
    }

    private static Layout.Kind kind(ScalarStyle style) {
        return switch (style) {
            case PLAIN, JSON_SCALAR_STYLE -> Layout.Kind.PLAIN;
            case SINGLE_QUOTED -> Layout.Kind.SINGLE;
            case DOUBLE_QUOTED -> Layout.Kind.DOUBLE;
            case LITERAL, FOLDED -> Layout.Kind.LITERAL;
        };
    }
}
