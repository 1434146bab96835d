/** The operations that are measured, and the requests that ask each service for them. */
@NullMarked
package io.armature.bench.operation;

import org.jspecify.annotations.NullMarked;
