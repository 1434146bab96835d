package io.armature.engine.query.request;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers the queries that URLs said lately: screens and programs say the same again and again, and most of a URL is
 * the same text each time. Safe for many threads.
 */
public final class RecentQueries {
    private static final int KEPT = 512;

    /** Longer ones are rarely said twice, and would fill the memory. */
    private static final int LONGEST = 2000;

    private final GenerationCache<Said, RecordQuery> lists = new GenerationCache<>(KEPT, new SeenBefore<>());
    private final GenerationCache<Said, RecordQuery> ones = new GenerationCache<>(KEPT, new SeenBefore<>());

    private record Said(String entity, String text) {}

    /**
     * The query of a list.
     *
     * @param entity full name
     * @param text the query part of the URL as it came
     * @param parameters the same decoded, asked for when it is new
     * @see RecordQueryParser#ofUrl
     */
    public RecordQuery list(String entity, String text, Supplier<Map<String, List<String>>> parameters) {
        return text.length() > LONGEST
                ? RecordQueryParser.ofUrl(entity, parameters.get())
                : lists.get(new Said(entity, text), said -> RecordQueryParser.ofUrl(entity, parameters.get()));
    }

    /**
     * The query of one record.
     *
     * @see RecordQueryParser#ofUrlForOne
     */
    public RecordQuery one(String entity, String text, Supplier<Map<String, List<String>>> parameters) {
        return text.length() > LONGEST
                ? RecordQueryParser.ofUrlForOne(entity, parameters.get())
                : ones.get(new Said(entity, text), said -> RecordQueryParser.ofUrlForOne(entity, parameters.get()));
    }
}
