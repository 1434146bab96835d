package io.armature.engine.query.plan;

import io.armature.metadata.expression.Expression;

/**
 * What records are ordered by.
 *
 * @param nullable whether it can be empty; empty ones come last in both directions
 */
public record Order(Expression expression, boolean descending, boolean nullable) {}
