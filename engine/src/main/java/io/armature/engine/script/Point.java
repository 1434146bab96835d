package io.armature.engine.script;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where functions of packs are called.
 *
 * @param name which transition, job, action, import or function; empty for points there is one of
 */
public record Point(Kind kind, String name) {

    public static final Point BEFORE_VALIDATE = new Point(Kind.BEFORE_VALIDATE, "");
    public static final Point BEFORE_SAVE = new Point(Kind.BEFORE_SAVE, "");
    public static final Point AFTER_SAVE = new Point(Kind.AFTER_SAVE, "");
    public static final Point BEFORE_DELETE = new Point(Kind.BEFORE_DELETE, "");
    public static final Point AFTER_DELETE = new Point(Kind.AFTER_DELETE, "");
    public static final Point ON_READ = new Point(Kind.ON_READ, "");

    /** The kinds of points, by the names that packs use. */
    public enum Kind {
        BEFORE_VALIDATE("beforeValidate", false),
        BEFORE_SAVE("beforeSave", false),
        AFTER_SAVE("afterSave", false),
        BEFORE_DELETE("beforeDelete", false),
        AFTER_DELETE("afterDelete", false),
        ON_READ("onRead", false),
        BEFORE_TRANSITION("beforeTransition", true),
        AFTER_TRANSITION("afterTransition", true),
        JOB("job", true),
        ACTION("action", true),
        IMPORT("import", true),
        /** A function that a workflow names by itself: {@code hook: onApprove}. */
        FUNCTION("function", true);

        private final String word;
        private final boolean named;

        Kind(String word, boolean named) {
            this.word = word;
            this.named = named;
        }

        /** The key in the default export. */
        public String word() {
            return word;
        }

        /** Whether there are several, each with a name. */
        public boolean isNamed() {
            return named;
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind != FUNCTION && kind.word.equals(word))
                    .findFirst();
        }
    }

    public static Point beforeTransition(String transition) {
        return new Point(Kind.BEFORE_TRANSITION, transition);
    }

    public static Point afterTransition(String transition) {
        return new Point(Kind.AFTER_TRANSITION, transition);
    }

    public static Point job(String name) {
        return new Point(Kind.JOB, name);
    }

    public static Point action(String name) {
        return new Point(Kind.ACTION, name);
    }

    public static Point imports(String name) {
        return new Point(Kind.IMPORT, name);
    }

    /** A function that a workflow names: {@code hook: onApprove}. */
    public static Point function(String name) {
        return new Point(Kind.FUNCTION, name);
    }

    /** As packs write it: {@code beforeSave}, {@code afterTransition.approve}. */
    @Override
    public String toString() {
        if (kind == Kind.FUNCTION) {
            return name;
        }
        return kind.isNamed() ? kind.word() + "." + name : kind.word();
    }
}
