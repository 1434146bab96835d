/** The benchmark itself: prepares both services, drives them in turn, and tells the outcome. */
@NullMarked
package io.armature.bench.run;

import org.jspecify.annotations.NullMarked;
