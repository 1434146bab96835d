package io.armature.engine.access;

import java.util.List;

/** The verbs of grants, as they are written. */
public final class Verb {
    public static final String READ = "read";
    public static final String CREATE = "create";
    public static final String UPDATE = "update";
    public static final String DELETE = "delete";
    /** To give to another owner. */
    public static final String ASSIGN = "assign";

    public static final String EXPORT = "export";
    public static final String IMPORT = "import";
    public static final String SHARE = "share";
    public static final String PRINT = "print";
    public static final String REPORT = "report";

    public static final List<String> ALL =
            List.of(READ, CREATE, UPDATE, DELETE, ASSIGN, EXPORT, IMPORT, SHARE, PRINT, REPORT);

    private Verb() {}

    /** What one must be able to do with a record to do something with its lines. */
    static String ofParent(String verb) {
        return switch (verb) {
            case CREATE, DELETE, ASSIGN -> UPDATE;
            default -> verb;
        };
    }
}
