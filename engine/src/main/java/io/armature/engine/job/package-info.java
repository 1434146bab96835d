/**
 * Work in the background: jobs of packs by their schedules, and what other rooms put off. {@link io.armature.engine.job.Jobs} takes
 * orders; a room that has work to be done makes a {@link io.armature.engine.job.BackgroundWork} of it. When what is done by which
 * node is db-scheduler's to decide.
 */
@NullMarked
package io.armature.engine.job;

import org.jspecify.annotations.NullMarked;
