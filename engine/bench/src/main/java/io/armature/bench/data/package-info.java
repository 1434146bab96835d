/** The data set, the PostgreSQL that holds it, and how it gets there. */
@NullMarked
package io.armature.bench.data;

import org.jspecify.annotations.NullMarked;
