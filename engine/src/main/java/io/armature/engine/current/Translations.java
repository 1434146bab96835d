package io.armature.engine.current;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.TranslationDefinition;
import io.armature.metadata.model.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the packs' files {@code i18n/<locale>.yaml} say: texts by what they say in English, and by their place where one
 * English word means two things. Immutable.
 */
public final class Translations {

    /** By language tag in lower case, then by pack. */
    private final Map<String, Map<String, TranslationDefinition>> byLanguage;

    private Translations(Map<String, Map<String, TranslationDefinition>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    public static Translations of(Model model) {
        Map<String, Map<String, TranslationDefinition>> byLanguage = new HashMap<>();
        for (Definition definition : model.definitions(Kind.TRANSLATION).values()) {
            if (definition instanceof TranslationDefinition translation) {
                byLanguage
                        .computeIfAbsent(language(translation), _ -> new TreeMap<>())
                        .put(translation.origin().pack(), translation);
            }
        }
        return new Translations(byLanguage);
    }

    private static String language(TranslationDefinition translation) {
        return translation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A text in a language: as the pack says at that place, else as the pack says for the words, else as another pack
     * says for the words, else as it is.
     */
    public String text(Locale locale, String pack, String place, String english) {
        return languages(locale)
                .map(language -> byLanguage.getOrDefault(language, Map.of()))
                .flatMap(packs -> text(packs, pack, place, english).stream())
                .findFirst()
                .orElse(english);
    }

    /** A text in English and in every language in which it is said, by language tag. */
    public Map<String, String> texts(String pack, String english) {
        Map<String, String> texts = new TreeMap<>(Map.of("en", english));
        byLanguage.forEach((language, packs) ->
                text(packs, pack, "", english).ifPresent(said -> texts.putIfAbsent(language, said)));
        return texts;
    }

    /** All texts whose places begin so, without that beginning, in a language; of two packs that say the same the first by name. */
    public SortedMap<String, String> below(Locale locale, String beginning) {
        SortedMap<String, String> texts = new TreeMap<>();
        languages(locale)
                .flatMap(language -> byLanguage.getOrDefault(language, Map.of()).values().stream())
                .forEach(translation -> below(translation, beginning)
                        .forEach(place ->
                                texts.putIfAbsent(place.getKey().substring(beginning.length()), place.getValue())));
        return texts;
    }

    /** The languages, as tags in lower case, in which there are texts whose places begin so. */
    public List<String> languages(String beginning) {
        return byLanguage.entrySet().stream()
                .filter(language -> language.getValue().values().stream()
                        .anyMatch(translation ->
                                below(translation, beginning).findAny().isPresent()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Stream<Map.Entry<String, String>> below(TranslationDefinition translation, String beginning) {
        return translation.places().entrySet().stream()
                .filter(place -> place.getKey().startsWith(beginning));
    }

    private static Optional<String> text(
            Map<String, TranslationDefinition> packs, String pack, String place, String english) {
        Stream<TranslationDefinition> own = Stream.ofNullable(packs.get(pack));
        return own.flatMap(translation -> Stream.concat(
                        Stream.ofNullable(translation.places().get(place)),
                        Stream.ofNullable(translation.texts().get(english))))
                .findFirst()
                .or(() -> packs.values().stream()
                        .flatMap(translation ->
                                Stream.ofNullable(translation.texts().get(english)))
                        .findFirst());
    }

    /** {@code fr-ca}, then {@code fr}. */
    private static Stream<String> languages(Locale locale) {
        return Stream.of(locale.toLanguageTag().toLowerCase(Locale.ROOT), locale.getLanguage())
                .distinct();
    }
}
