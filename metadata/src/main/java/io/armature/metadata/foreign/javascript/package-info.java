/**
 * Conditions written in JavaScript, translated into expressions that keep JavaScript's truth and loose equality. Begin at
 * {@link io.armature.metadata.foreign.javascript.ConditionTranslator}.
 */
@NullMarked
package io.armature.metadata.foreign.javascript;

import org.jspecify.annotations.NullMarked;
