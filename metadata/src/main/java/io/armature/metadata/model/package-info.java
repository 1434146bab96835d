/**
 * The immutable, compiled result of all packs of a tenant: overlays merged, inheritance and links resolved, expressions
 * checked, physical names given. Built once by {@link io.armature.metadata.model.ModelCompiler}, swapped whole.
 */
@NullMarked
package io.armature.metadata.model;

import org.jspecify.annotations.NullMarked;
