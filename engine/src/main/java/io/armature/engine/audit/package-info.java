/**
 * The trail of what happened: who did what, when, from where. {@link io.armature.engine.audit.Audit} notes what other rooms
 * tell it; {@link io.armature.engine.audit.AuditRows} gives writers rows to keep with what they write.
 */
@NullMarked
package io.armature.engine.audit;

import org.jspecify.annotations.NullMarked;
