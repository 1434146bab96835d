package io.armature.engine.query.sql;

/** How the text of a column becomes JSON. */
public enum Encoding {
    /** It is JSON already: a number, true or false, or what PostgreSQL built. */
    RAW,
    /** It goes between quotes, and holds nothing to escape: an id, a date, a number wanted as text. */
    QUOTED,
    /** It goes between quotes, escaped. */
    TEXT,
    /** A time in UTC as PostgreSQL writes it. */
    MOMENT
}
