package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.search.RecordSearch;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;

/** Records by words, whatever entity they are of. */
@Controller("/api/search")
public final class SearchController {

    private static final int MOST_OF_EACH = 20;

    private final RecordSearch search;

    public SearchController(RecordSearch search) {
        this.search = search;
    }

    /** @param limit how many of each entity */
    @Get
    public RecordSearch.Findings find(
            RequestContext context,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "4") int limit) {
        return search.find(context, q, Math.clamp(limit, 1, MOST_OF_EACH));
    }
}
