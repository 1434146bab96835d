package io.armature.metadata.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** The lines of a YAML text, and which parts of them values cover. Lines and columns count from 0, in characters. */
final class LayoutLines {

    /** Flow collections over several lines that would be longer than this on one are written in block style. */
    private static final int LONG = 120;

    private final List<int[]> lines;
    /** Where the last value that ends on a line ends. */
    private final Map<Integer, Integer> ends = new HashMap<>();
    /** Lines in the middle of a text of several lines. */
    private final Set<Integer> inside = new HashSet<>();

    LayoutLines(String text) {
        this.lines = text.lines().map(line -> line.codePoints().toArray()).toList();
    }

    /** Remembers what an event covers. */
    void cover(Event event) {
        boolean visible = event instanceof ScalarEvent || event instanceof CollectionEndEvent;
        Mark start = event.getStartMark();
        Mark end = event.getEndMark();
        if (!visible || end.getIndex() == start.getIndex()) {
            return;
        }
        if (event instanceof ScalarEvent scalar && isBlock(scalar)) {
            for (int line = start.getLine(); line <= lastContent(start.getLine(), end); line++) {
                inside.add(line);
            }
            return;
        }
        ends.merge(end.getLine(), end.getColumn(), Math::max);
        if (event instanceof ScalarEvent) {
            for (int line = start.getLine() + 1; line <= end.getLine(); line++) {
                inside.add(line);
            }
        }
    }

    private static boolean isBlock(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    }

    /** Empty lines after a block text stand between entries. */
    private int lastContent(int first, Mark end) {
        int last = end.getColumn() == 0 ? end.getLine() - 1 : end.getLine();
        while (last > first && (last >= lines.size() || text(last).isBlank())) {
            last--;
        }
        return last;
    }

    /** Whether a comment stands between two places. */
    boolean hasComment(Mark start, Mark end) {
        for (int line = start.getLine(); line < end.getLine(); line++) {
            boolean whole = line > start.getLine() && isComment(line);
            if (whole || !after(line).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a collection that stands on several lines would be long on one. */
    boolean isLong(Mark start, Mark end) {
        if (start.getLine() == end.getLine()) {
            return false;
        }
        int length = start.getColumn() + text(start.getLine()).strip().length();
        for (int line = start.getLine() + 1; line <= end.getLine() && line < lines.size(); line++) {
            length += text(line).strip().length() + 1;
        }
        return length > LONG;
    }

    /** Whether a space follows the opening bracket. */
    boolean isSpaced(Mark start) {
        int[] line = lines.get(start.getLine());
        return start.getColumn() + 1 < line.length && line[start.getColumn() + 1] == ' ';
    }

    /** The column of the dash of an item that begins here. */
    int dashBefore(Mark start) {
        int[] line = lines.get(start.getLine());
        for (int column = Math.min(start.getColumn(), line.length) - 1; column >= 0; column--) {
            if (line[column] == '-') {
                return column;
            }
        }
        return start.getColumn();
    }

    /** The comments of each entry. Several entries on one line share it: what stands above belongs to the first. */
    Map<String, Layout.Comments> comments(List<LayoutReader.Entry> entries) {
        Map<String, Layout.Comments> comments = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (LayoutReader.Entry entry : entries) {
            if (seen.add(entry.line())) {
                Layout.Comments found = comments(entry);
                if (!found.equals(Layout.Comments.NONE)) {
                    comments.put(entry.path(), found);
                }
            }
        }
        return comments;
    }

    private Layout.Comments comments(LayoutReader.Entry entry) {
        List<Layout.Line> before = new ArrayList<>();
        int line = entry.line() - 1;
        while (line >= 0 && isFree(line)) {
            String text = text(line).strip();
            before.addFirst(new Layout.Line(text, text.isEmpty() ? 0 : indent(line) - entry.column()));
            line--;
        }
        String after = after(entry.line());
        return new Layout.Comments(
                before,
                after,
                after.isEmpty() ? 0 : lines.get(entry.line()).length - after.codePointCount(0, after.length()));
    }

    /** Comments and empty lines at the end. */
    List<String> tail() {
        List<String> tail = new ArrayList<>();
        for (int line = lines.size() - 1; line >= 0 && isFree(line); line--) {
            tail.addFirst(text(line).strip());
        }
        return tail;
    }

    private boolean isFree(int line) {
        return !inside.contains(line) && (text(line).isBlank() || isComment(line));
    }

    private boolean isComment(int line) {
        return !inside.contains(line) && text(line).strip().startsWith("#");
    }

    /** The comment behind the values of a line. */
    private String after(int line) {
        Integer end = ends.get(line);
        if (end == null || end > lines.get(line).length) {
            return "";
        }
        String rest = new String(lines.get(line), end, lines.get(line).length - end);
        String comment = rest.replaceFirst("^[\\s,:\\]}]*", "");
        return comment.startsWith("#") && !comment.equals(rest) ? comment : "";
    }

    private int indent(int line) {
        String text = text(line);
        return text.length() - text.stripLeading().length();
    }

    private String text(int line) {
        int[] points = lines.get(line);
        return new String(points, 0, points.length);
    }
}
