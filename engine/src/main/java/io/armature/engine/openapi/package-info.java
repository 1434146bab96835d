/**
 * Describes a tenant's REST interface as OpenAPI 3.1, from the live model alone. Pure: a model in, a document out;
 * {@code web} serves it.
 */
@NullMarked
package io.armature.engine.openapi;

import org.jspecify.annotations.NullMarked;
