/**
 * From the model to PostgreSQL: {@link io.armature.engine.schema.SchemaPlanner} compares what is with what shall be and
 * looks at the rows, {@link io.armature.engine.schema.SchemaApplier} does what a plan says, nothing else. Nothing is
 * dropped but by {@link io.armature.engine.schema.PurgePlanner}. Others use these three and the plan.
 */
@NullMarked
package io.armature.engine.schema;

import org.jspecify.annotations.NullMarked;
