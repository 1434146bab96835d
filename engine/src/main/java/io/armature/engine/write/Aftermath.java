package io.armature.engine.write;

import io.armature.engine.audit.AuditRows;
import io.armature.engine.event.Outbox;
import io.armature.engine.identity.CallerCache;

/** What a write leaves behind besides its records: the trail, events, and callers who are other than they were. */
public record Aftermath(AuditRows trail, Outbox outbox, CallerCache callers) {}
