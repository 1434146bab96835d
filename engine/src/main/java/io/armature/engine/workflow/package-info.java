/**
 * The workflows of a model, compiled: states, transitions, what each asks. {@link io.armature.engine.workflow.Workflows} finds
 * those of an entity; {@link io.armature.engine.workflow.FlowStore} knows where each record stands and where it has been. The
 * write path takes transitions; nothing here does.
 */
@NullMarked
package io.armature.engine.workflow;

import org.jspecify.annotations.NullMarked;
