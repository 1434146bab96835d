package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a mail says: {@code mails/<name>.yaml}. Expressions stand between double braces: {@code Dear {{customer.name}}}.
 *
 * @param entity whose records the expressions speak of; absent for a mail that says the same always
 * @param texts in the language that the pack is written in
 * @param translations the same in other languages, by locale
 * @param send when it goes by itself; absent for a mail that waits to be asked for
 */
public record MailDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        Optional<String> entity,
        Texts texts,
        SequencedMap<String, Texts> translations,
        Optional<MailOccasion> send,
        MapNode source)
        implements Definition {

    /**
     * The texts of one language.
     *
     * @param html for readers that show it; values in it are escaped
     */
    public record Texts(String subject, String text, Optional<String> html) {}

    public MailDefinition {
        translations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(translations));
    }

    /** The texts for a reader: in his language if they are there, else in the pack's. */
    public Texts texts(Locale locale) {
        Texts exact = translations.get(locale.toLanguageTag());
        return exact == null ? translations.getOrDefault(locale.getLanguage(), texts) : exact;
    }

    @Override
    public Kind kind() {
        return Kind.MAIL;
    }
}
