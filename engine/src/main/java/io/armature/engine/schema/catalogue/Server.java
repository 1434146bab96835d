package io.armature.engine.schema.catalogue;

/**
 * What the server offers.
 *
 * @param lockCapacity how many locks all transactions together can hold for sure
 * @param trigramSchema where the extension pg_trgm is installed; empty when it is not
 * @param trigramAvailable whether it could be installed
 */
public record Server(long lockCapacity, String trigramSchema, boolean trigramAvailable) {}
