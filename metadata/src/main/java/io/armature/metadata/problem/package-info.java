/**
 * What can be wrong, said so that a person can mend it: codes, positions in files, problems.
 * Every other room may use it; it uses none.
 */
@NullMarked
package io.armature.metadata.problem;

import org.jspecify.annotations.NullMarked;
