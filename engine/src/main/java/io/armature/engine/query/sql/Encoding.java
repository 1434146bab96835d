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
    MOMENT,
    /** An id as PostgreSQL sends it: 16 bytes. */
    PACKED_ID,
    /** A date as PostgreSQL sends it: days since 2000-01-01 in 4 bytes. */
    PACKED_DATE,
    /** A time as PostgreSQL sends it: microseconds since 2000-01-01T00:00Z in 8 bytes. */
    PACKED_MOMENT
}
