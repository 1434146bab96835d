package io.armature.metadata.definition;

import io.armature.metadata.problem.Position;

/**
 * Who defined something: the pack, its version, and the place in its files.
 * Every field, view node, grant and row of seed data keeps it, and the designer shows it.
 */
public record Origin(String pack, String version, Position position) {

    /** Supplied by the engine, not by a pack. */
    public static final Origin ENGINE = new Origin("sys", "", Position.NONE);

    /** The same pack and version, at another place. */
    public Origin at(Position elsewhere) {
        return new Origin(pack, version, elsewhere);
    }

    /** What a name means that was written here: a name without a pack is one of this pack. */
    public String fullName(String written) {
        return fullName(written, pack);
    }

    /** What a name means that was written in a pack. */
    public static String fullName(String written, String pack) {
        return written.indexOf('.') < 0 ? pack + "." + written : written;
    }
}
