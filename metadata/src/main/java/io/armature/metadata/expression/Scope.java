package io.armature.metadata.expression;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What expressions know of a model: the members of each entity, and their tables. */
public interface Scope {

    /** The member {@code name} of {@code entity}'s records: fields, system fields and inverse links. */
    Optional<Member> member(String entity, String name);

    /** All names {@link #member} answers to, for suggestions. */
    Collection<String> memberNames(String entity);

    /** Table of the entity's own level, without schema and quotes. */
    String table(String entity);

    /** The entity and those whose record it shares, the root first, itself last. */
    List<String> lineage(String entity);

    /** Whether deleted records stay in the table with {@code deleted_at} set (a column of the entity's own level). */
    boolean softDelete(String entity);

    /** Whether a member is written and never read, such as a password: no expression of a pack may look at it. */
    default boolean writeOnly(String entity, String name) {
        return false;
    }

    /** The entity of {@code user}. */
    default String userEntity() {
        return "sys.user";
    }

    /** The entity of {@code company}. */
    default String companyEntity() {
        return "core.company";
    }
}
