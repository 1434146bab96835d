package io.armature.engine.transfer;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Locale;

/** The kinds of file that can be read. */
public enum ImportFormat {
    CSV,
    JSON,
    XLSX;

    /** The format of a content type, or of a name such as {@code csv}. */
    public static ImportFormat of(String name) {
        String type = name.toLowerCase(Locale.ROOT);
        if (type.contains("csv")) {
            return CSV;
        }
        if (type.contains("json")) {
            return JSON;
        }
        if (type.contains("xlsx") || type.contains("spreadsheetml")) {
            return XLSX;
        }
        throw new ProblemException(Problem.inValue(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                "",
                name,
                TableTypes.CSV + ", application/json, " + TableTypes.XLSX));
    }
}
