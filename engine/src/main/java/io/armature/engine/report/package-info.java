/**
 * Numbers over records that packs define: reports and dashboards, told to whoever may see them, computed with the caller's
 * rights by one statement each. Begin at {@link io.armature.engine.report.Reports}.
 */
@NullMarked
package io.armature.engine.report;

import org.jspecify.annotations.NullMarked;
