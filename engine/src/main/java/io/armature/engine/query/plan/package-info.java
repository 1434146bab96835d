/**
 * Holds a request against model and access: names resolved, expressions checked, no SQL yet. Plans are records that
 * print and compare.
 */
@NullMarked
package io.armature.engine.query.plan;

import org.jspecify.annotations.NullMarked;
