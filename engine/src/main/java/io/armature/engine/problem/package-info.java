/**
 * Problems as callers see them: the RFC 9457 document and the status of each code.
 * Every room may use it, for a problem of one row among many as for the problem of a whole request.
 */
@NullMarked
package io.armature.engine.problem;

import org.jspecify.annotations.NullMarked;
