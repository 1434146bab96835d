package io.armature.engine.file;

import io.armature.engine.tenant.Tenant;
import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps contents by their digest, apart for each tenant. On the disk of this machine, or wherever else contents can be kept by
 * name. What is deleted and what is kept is decided under a lock in the database; a store does as it is told.
 */
public interface BlobStore {

    /**
     * Takes a content in without keeping it yet.
     *
     * @param most bytes that it may have
     * @throws io.armature.metadata.problem.ProblemException when it has more
     */
    Draft draft(Tenant tenant, InputStream content, long most) throws IOException;

    /** Keeps a draft under its digest; it does no harm to keep the same content again. */
    void keep(Tenant tenant, Draft draft) throws IOException;

    /**
     * A part of a content.
     *
     * @param from the first byte, counted from 0
     * @param length how many bytes
     * @throws java.io.FileNotFoundException when it is not kept
     */
    InputStream open(Tenant tenant, String digest, long from, long length) throws IOException;

    /** Forgets a content; one that is not there is as good as forgotten. */
    void delete(Tenant tenant, String digest) throws IOException;

    /** Forgets all of a tenant. */
    void forget(Tenant tenant) throws IOException;
}
