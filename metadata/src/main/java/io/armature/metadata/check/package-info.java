/**
 * What definitions mean, checked: one rule a class, all problems of all packs at once. Begin at {@link
 * io.armature.metadata.check.PackChecks}. A new rule is a new class and a line there.
 */
@NullMarked
package io.armature.metadata.check;

import org.jspecify.annotations.NullMarked;
