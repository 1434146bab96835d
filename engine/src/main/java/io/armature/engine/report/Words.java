package io.armature.engine.report;

import java.util.Locale;

/** Names as people read them, where nobody gave a title. */
final class Words {
    private Words() {}

    static String readable(String name) {
        String text = name.replace('_', ' ').replace('.', ' ');
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
