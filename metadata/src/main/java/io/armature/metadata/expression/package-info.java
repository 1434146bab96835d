/**
 * One language for every condition and computation: parsed by CEL's grammar, checked against a {@link
 * io.armature.metadata.expression.Scope}, kept as a typed tree, and run in the JVM, as SQL or (as JSON) in a browser.
 */
@NullMarked
package io.armature.metadata.expression;

import org.jspecify.annotations.NullMarked;
