/**
 * Tenants: isolated sites, each a schema of the database. {@link io.armature.engine.tenant.Tenants} finds and makes them.
 * Other rooms take a {@link io.armature.engine.tenant.Tenant} and qualify every name with its schema.
 */
@NullMarked
package io.armature.engine.tenant;

import org.jspecify.annotations.NullMarked;
