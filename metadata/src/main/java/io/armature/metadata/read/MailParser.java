package io.armature.metadata.read;

import io.armature.metadata.definition.MailDefinition;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code mails/*.yaml}. */
final class MailParser implements DefinitionParser {

    @Override
    public MailDefinition parse(String name, Entries entries) {
        MailDefinition.Texts texts = texts(entries, new MailDefinition.Texts("", "", Optional.empty()));
        SequencedMap<String, MailDefinition.Texts> translations = new LinkedHashMap<>();
        entries.children("translations").forEach((locale, other) -> translations.put(locale, texts(other, texts)));
        return new MailDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.text("entity"),
                texts,
                translations,
                entries.map());
    }

    /** What a language leaves out is said as in the pack's own; HTML goes with the text that it is said by. */
    private static MailDefinition.Texts texts(Entries entries, MailDefinition.Texts others) {
        return new MailDefinition.Texts(
                entries.text("subject", others.subject()),
                entries.text("text", others.text()),
                entries.text("html").or(() -> entries.text("text").isPresent() ? Optional.empty() : others.html()));
    }
}
