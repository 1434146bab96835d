/**
 * Whole sites: tenants made with packs and an administrator, changed, suspended, moved and ended. Controllers call
 * {@link io.armature.engine.site.Sites}.
 */
@NullMarked
package io.armature.engine.site;

import org.jspecify.annotations.NullMarked;
