package io.armature.metadata.read;

import io.armature.metadata.definition.JobDefinition;
import io.armature.metadata.definition.JobDefinition.CatchUp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/** {@code jobs/*.yaml}. */
final class JobParser implements DefinitionParser {

    @Override
    public JobDefinition parse(String name, Entries entries) {
        return new JobDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.text("cron"),
                entries.duration("every"),
                entries.text("at").flatMap(JobParser::moment),
                entries.text("timeZone"),
                entries.text("hook"),
                entries.text("action"),
                entries.entries("with"),
                entries.integer("retries", 0),
                Math.max(1, entries.integer("concurrency", 1)),
                catchUp(entries.text("catchUp", "once")),
                entries.duration("timeout"),
                entries.flag("enabled", true),
                entries.map());
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException otherShape) {
            return Optional.empty();
        }
    }

    private static CatchUp catchUp(String text) {
        return Arrays.stream(CatchUp.values())
                .filter(policy -> policy.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(CatchUp.ONCE);
    }
}
