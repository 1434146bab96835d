package io.armature.metadata.read;

import io.armature.metadata.definition.Kind;
import java.util.regex.Pattern;

/** How definitions of each kind may be called. */
final class NameRules {

    static final int LONGEST = 60;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
    private static final Pattern ENTITY = Pattern.compile("([a-z][a-z0-9_]*\\.)?[a-z][a-z0-9_]*");
    private static final Pattern MIGRATION = Pattern.compile("V[0-9]+([._][0-9]+)*__[A-Za-z0-9_]+");

    private NameRules() {}

    /** Whether it is a name of a pack, entity, field, option or the like. */
    static boolean isName(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }

    static boolean fits(Kind kind, String name) {
        return switch (kind) {
            case TRANSLATION -> LOCALE.matcher(name).matches();
            case DATA -> ENTITY.matcher(name).matches();
            case MIGRATION -> MIGRATION.matcher(name).matches();
            case PACK,
                    ENTITY,
                    EXTENSION,
                    CHOICES,
                    VIEW,
                    MENU,
                    WORKFLOW,
                    ROLE,
                    JOB,
                    REPORT,
                    DASHBOARD,
                    HOOK,
                    PRINT,
                    MAIL,
                    ASSIGNMENT,
                    TEST,
                    CONNECTOR,
                    PAGE -> isName(name);
        };
    }
}
