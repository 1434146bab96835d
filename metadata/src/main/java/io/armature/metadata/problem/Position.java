package io.armature.metadata.problem;

/**
 * A place in a definition file.
 *
 * @param file path inside the pack, with forward slashes; empty when there is no file
 * @param line one-based line, 0 when unknown
 * @param column one-based column in characters, 0 when unknown
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    /** A place nobody wrote: something the engine itself supplies. */
    public static final Position NONE = new Position("", 0, 0);

    public Position {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("A position cannot be negative: " + line + ":" + column);
        }
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file.isEmpty() ? "-" : file + ":" + line + ":" + column;
    }
}
