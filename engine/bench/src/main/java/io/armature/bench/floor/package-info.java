/**
 * What an engineer would write instead of using an engine: a Micronaut and JDBC service straight for its own tables,
 * without permissions, audit, versions or metadata. It runs as a process of its own; nothing else uses it.
 */
@NullMarked
package io.armature.bench.floor;

import org.jspecify.annotations.NullMarked;
