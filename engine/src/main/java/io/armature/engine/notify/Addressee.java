package io.armature.engine.notify;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is told, and how.
 *
 * @param locale in which he is spoken to
 * @param wish how he wants to be told of the kind of thing at hand
 */
record Addressee(UUID id, String name, Optional<String> email, Locale locale, ZoneId zone, Wish wish) {}
