/**
 * Events on their way out. {@link io.armature.engine.event.Event} is what happened; a writer puts it into the outbox in the
 * transaction in which it happened, so that none is told of what was not kept, and none is lost.
 */
@NullMarked
package io.armature.engine.event;

import org.jspecify.annotations.NullMarked;
