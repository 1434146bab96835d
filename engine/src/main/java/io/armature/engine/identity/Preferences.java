package io.armature.engine.identity;

import java.util.Optional;

/**
 * How a user wants to be shown things. What is empty is as the language, the device or the tenant has it.
 *
 * @param locale a language tag such as {@code fr-FR}
 * @param timeZone a name such as {@code Europe/Paris}
 * @param theme light, dark or auto
 * @param dateFormat a pattern such as {@code dd/MM/yyyy}
 * @param numberFormat space_comma, dot_comma, comma_dot or apostrophe_dot
 * @param homePage a path of this site
 */
public record Preferences(
        Optional<String> locale,
        Optional<String> timeZone,
        Optional<String> theme,
        Optional<String> dateFormat,
        Optional<String> numberFormat,
        Optional<String> homePage) {}
