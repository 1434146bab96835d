package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.type.AnyLink;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Values of the model as scripts see them: decimals exact, dates and times as Temporal has them, links as ids. */
final class Shown {

    private static final long SAFE_INTEGER = (1L << 53) - 1;

    private final Value dates;
    private final Value times;
    private final Value instants;
    private final Value durations;
    private final Value documents;
    private final Value lists;

    /** @param makers of the realm: functions that make the realm's own values */
    Shown(Value makers) {
        dates = makers.getMember("date");
        times = makers.getMember("time");
        instants = makers.getMember("instant");
        durations = makers.getMember("duration");
        documents = makers.getMember("json");
        lists = makers.getMember("list");
    }

    /** A time zone as Temporal knows it. */
    static String zone(ZoneId zone) {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }

    /** What a text says as JSON: the realm's own objects. */
    Value parsed(String text) {
        return documents.execute(text);
    }

    /** An array of what scripts see already. */
    Object list(List<? extends @Nullable Object> items) {
        return lists.execute(items.toArray());
    }

    /** What a script sees of a value; what is not there is {@code null} in scripts too. */
    @Nullable
    Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag;
            case Integer number -> number;
            case Long number ->
                Math.abs(number) <= SAFE_INTEGER ? (Object) number : new ScriptDecimal(BigDecimal.valueOf(number));
            case BigDecimal number -> new ScriptDecimal(number);
            case UUID id -> id.toString();
            case LocalDate date -> dates.execute(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
            case LocalTime time -> times.execute(time.toString());
            case Instant instant -> instants.execute(instant.toString());
            case Duration duration -> durations.execute(duration.toString());
            case AnyLink(String entity, UUID id) ->
                new Given().put("entity", entity).put("id", id.toString()).frozen();
            case JsonNode json -> documents.execute(json.toString());
            case List<?> list -> list(list.stream().map(this::of).toList());
            default -> value.toString();
        };
    }
}
