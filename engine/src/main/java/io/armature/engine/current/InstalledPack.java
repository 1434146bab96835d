package io.armature.engine.current;

/**
 * A pack of a tenant, as the registry has it.
 *
 * @param digest of its files; the archive is kept under it
 * @param active whether it is part of the model
 */
public record InstalledPack(String name, String title, String version, String digest, boolean active) {}
