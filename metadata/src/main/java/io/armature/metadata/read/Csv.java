package io.armature.metadata.read;

import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** CSV by RFC 4180: commas, fields between quotes where needed, a header line. */
final class Csv {

    private final String file;
    private final String text;
    private final Problems problems;
    private final List<Cell> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int index;
    private int line = 1;
    private int lineStart;

    private Csv(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** A cell, and where it begins. */
    record Cell(String text, Position position) {}

    /** The lines of a text, empty ones left out. */
    static List<List<Cell>> read(String file, String text, Problems problems) {
        Csv csv = new Csv(file, text, problems);
        List<List<Cell>> rows = new ArrayList<>();
        while (csv.index < text.length()) {
            List<Cell> row = csv.row();
            if (row.size() > 1 || !row.getFirst().text().isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<Cell> row() {
        row.clear();
        do {
            cell();
        } while (take(','));
        if (!take('\n') && index < text.length()) {
            problems.add(Problem.error(ProblemCode.SYNTAX, here(), "", "CSV", "text after a closing quote", ""));
            index = Math.max(index, text.indexOf('\n', index) < 0 ? text.length() : text.indexOf('\n', index));
            take('\n');
        }
        return List.copyOf(row);
    }

    private void cell() {
        Position begin = here();
        cell.setLength(0);
        if (take('"')) {
            quoted(begin);
        } else {
            while (index < text.length() && ",\n".indexOf(text.charAt(index)) < 0) {
                cell.append(text.charAt(index++));
            }
        }
        row.add(new Cell(cell.toString(), begin));
    }

    private void quoted(Position begin) {
        while (index < text.length()) {
            if (take('"')) {
                if (!take('"')) {
                    return;
                }
                cell.append('"');
            } else {
                char next = text.charAt(index);
                cell.append(next);
                if (!take('\n')) {
                    index++;
                }
            }
        }
        problems.add(Problem.error(ProblemCode.SYNTAX, begin, "", "CSV", "a quote that is not closed", ""));
    }

    private boolean take(char expected) {
        if (index >= text.length() || text.charAt(index) != expected) {
            return false;
        }
        index++;
        if (expected == '\n') {
            line++;
            lineStart = index;
        }
        return true;
    }

    private Position here() {
        return new Position(file, line, index - lineStart + 1);
    }
}
