package io.armature.engine.query.plan;

import io.armature.metadata.expression.Expression;

/**
 * What records are ordered by.
 *
 * @param nullable whether it can be empty
 * @param emptyFirst whether empty ones come first; else they come last, in both directions
 */
public record Order(Expression expression, boolean descending, boolean nullable, boolean emptyFirst) {}
