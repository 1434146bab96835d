package io.armature.metadata.problem;

/** Whether a problem stops an install or only deserves a look. */
public enum Severity {
    ERROR,
    WARNING
}
