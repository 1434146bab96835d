package io.armature.metadata.read;

import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.definition.MailOccasion;
import io.armature.metadata.definition.MailOccasion.Moment;
import io.armature.metadata.definition.MailOccasion.Way;
import io.armature.metadata.definition.Origin;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code mails/*.yaml}. */
final class MailParser implements DefinitionParser {

    private static final String ROLE = "role:";

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
                entries.map().get("send").map(any -> occasion(entries.inner("send"))),
                entries.map());
    }

    /** Words that are none of ours were told when the shape was checked. */
    private static MailOccasion occasion(Entries entries) {
        return new MailOccasion(
                words(entries.texts("after"), Moment.class),
                entries.texts("transitions"),
                entries.texts("changed"),
                entries.text("when"),
                entries.texts("to").stream()
                        .map(name -> recipient(name, entries.origin()))
                        .toList(),
                words(entries.texts("as"), Way.class));
    }

    /** A role of the mail's pack may be named without it. */
    private static String recipient(String name, Origin origin) {
        return name.startsWith(ROLE) ? ROLE + origin.fullName(name.substring(ROLE.length())) : name;
    }

    private static <E extends Enum<E>> Set<E> words(List<String> texts, Class<E> of) {
        return Arrays.stream(of.getEnumConstants())
                .filter(word -> texts.contains(word.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a language leaves out is said as in the pack's own; HTML goes with the text that it is said by. */
    private static MailDefinition.Texts texts(Entries entries, MailDefinition.Texts others) {
        return new MailDefinition.Texts(
                entries.text("subject", others.subject()),
                entries.text("text", others.text()),
                entries.text("html").or(() -> entries.text("text").isPresent() ? Optional.empty() : others.html()));
    }
}
