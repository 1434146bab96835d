/**
 * Looking for records whatever entity they are of: what is called so, or nearly so, of all that the caller may read. Begin at
 * {@link io.armature.engine.search.RecordSearch}.
 */
@NullMarked
package io.armature.engine.search;

import org.jspecify.annotations.NullMarked;
