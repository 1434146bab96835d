package io.armature.metadata.archive;

/** The version of this engine, which packs name a range of. */
public final class EngineVersion {

    public static final String CURRENT = "0.1.0";

    private EngineVersion() {}
}
