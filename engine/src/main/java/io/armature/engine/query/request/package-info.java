/**
 * What a caller asks to read, parsed from a URL or from JSON and not yet held against a model.
 * The planner of this room takes it from here; other rooms may build a {@link
 * io.armature.engine.query.request.RecordQuery} to read in-process.
 */
@NullMarked
package io.armature.engine.query.request;

import org.jspecify.annotations.NullMarked;
