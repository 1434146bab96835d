package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;

/**
 * A checked expression.
 *
 * @param text as written
 * @param entity the entity on whose records it is computed; empty when on none
 */
public record Expression(String text, String entity, Ir tree, ValueType type) {}
