/**
 * Events on their way out. {@link io.armature.engine.event.Event} is what happened; a writer puts it into the {@link
 * io.armature.engine.event.Outbox} in the transaction in which it happened, so that none is told of what was not kept, and none
 * is lost. Afterwards every {@link io.armature.engine.event.Subscriber} that wants it gets it.
 */
@NullMarked
package io.armature.engine.event;

import org.jspecify.annotations.NullMarked;
