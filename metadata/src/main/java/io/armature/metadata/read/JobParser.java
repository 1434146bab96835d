package io.armature.metadata.read;

import io.armature.metadata.definition.JobDefinition;

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
                entries.text("timeZone"),
                entries.text("hook"),
                entries.text("action"),
                entries.entries("with"),
                entries.integer("retries", 0),
                entries.flag("enabled", true),
                entries.map());
    }
}
