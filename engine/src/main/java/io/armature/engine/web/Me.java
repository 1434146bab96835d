package io.armature.engine.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.armature.engine.identity.Preferences;
import io.armature.engine.identity.User;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A user about himself. What he does not prefer is null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Me(
        UUID id,
        String username,
        String name,
        Set<String> roles,
        Set<String> groups,
        Set<UUID> teams,
        Optional<UUID> company,
        Optional<String> locale,
        Optional<String> timeZone,
        Optional<String> theme,
        Optional<String> dateFormat,
        Optional<String> numberFormat,
        Optional<String> homePage) {

    /** What every request knows of him. */
    static Me of(User user) {
        return new Me(
                user.id(),
                user.username(),
                user.name(),
                user.roles(),
                user.groups(),
                user.teams(),
                user.company(),
                user.locale().map(Locale::toLanguageTag),
                Optional.of(user.zone().getId()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what he prefers. */
    Me with(Preferences preferences) {
        return new Me(
                id,
                username,
                name,
                roles,
                groups,
                teams,
                company,
                preferences.locale(),
                preferences.timeZone().or(() -> timeZone),
                preferences.theme(),
                preferences.dateFormat(),
                preferences.numberFormat(),
                preferences.homePage());
    }
}
