package io.armature.engine.mail;

import io.armature.engine.tenant.Tenant;
import java.util.List;
import java.util.UUID;

/** Finds the files that go with a mail when it is sent. */
public interface MailFiles {

    /** A file, in memory. */
    record MailFile(String name, String mediaType, byte[] content) {}

    /**
     * Those of these files that are still there.
     *
     * @throws java.io.UncheckedIOException when they cannot be read now
     */
    List<MailFile> of(Tenant tenant, List<UUID> files);
}
