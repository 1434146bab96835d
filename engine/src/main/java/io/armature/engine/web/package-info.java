/**
 * HTTP: controllers without logic, the filter that says who calls, and the one place where refusals become answers.
 * Only {@code boot} uses this room.
 */
@NullMarked
package io.armature.engine.web;

import org.jspecify.annotations.NullMarked;
