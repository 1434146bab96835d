package io.armature.engine.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what a print leaves. */
public enum PrintForm {
    PDF("application/pdf"),
    HTML("text/html;charset=utf-8");

    private final String mediaType;

    PrintForm(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** {@code pdf} or {@code html}: how it is asked for, and how file names end. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of a word. */
    public static Optional<PrintForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }
}
