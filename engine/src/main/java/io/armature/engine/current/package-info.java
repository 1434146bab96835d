/**
 * The live model of each tenant, swapped whole, and {@link io.armature.engine.current.RequestContext}: what one request is
 * about. Rooms to the right take a context or a model as an argument and keep none.
 */
@NullMarked
package io.armature.engine.current;

import org.jspecify.annotations.NullMarked;
