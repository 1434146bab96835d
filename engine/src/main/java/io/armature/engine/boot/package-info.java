/**
 * Where a process begins: the entry point, and later the server and its configuration.
 * Nobody uses this room; it uses all others.
 */
@NullMarked
package io.armature.engine.boot;

import org.jspecify.annotations.NullMarked;
