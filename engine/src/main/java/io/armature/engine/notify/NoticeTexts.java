package io.armature.engine.notify;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the engine says by itself, in the language of whoever it speaks to. */
final class NoticeTexts {

    private static final String BUNDLE = "io.armature.engine.notify.notices";

    private NoticeTexts() {}

    static String of(String key, Locale locale, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
