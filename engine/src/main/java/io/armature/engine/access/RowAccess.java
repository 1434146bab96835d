package io.armature.engine.access;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.problem.ProblemException;
import java.util.Optional;

/**
 * Which records a caller may read, as conditions that readers make part of their statement. Equal ones give equal
 * conditions, so that statements can be kept by it.
 */
@FunctionalInterface
public interface RowAccess {
    /** Every record of every entity. */
    RowAccess EVERYTHING = entity -> Optional.empty();

    /**
     * What holds of every record of an entity that the caller may read; empty when he may read all.
     *
     * @param entity full name
     * @throws ProblemException when he may read none
     */
    Optional<Expression> readable(String entity);
}
