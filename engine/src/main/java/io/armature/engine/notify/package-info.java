/**
 * Messages to people: what happened reaches those whom it concerns, in the application and by mail, as each of them wishes.
 * {@link io.armature.engine.notify.Notifications} is a user's own; {@link io.armature.engine.notify.Followers} says who follows
 * a record; subscribers of events do the rest.
 */
@NullMarked
package io.armature.engine.notify;

import org.jspecify.annotations.NullMarked;
