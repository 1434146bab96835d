package io.armature.engine.query.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads queries from URLs and from JSON: syntax only, no names resolved. Every refusal is a problem of family 1xx. */
public final class RecordQueryParser {
    private static final Set<String> KNOWN = Set.of(
            "filter",
            "sort",
            "reverse",
            "fields",
            "limit",
            "offset",
            "cursor",
            "count",
            "q",
            "deleted",
            "asOf",
            "groupBy",
            "measures",
            "having");

    /** What a reading of one record may say. */
    private static final Set<String> KNOWN_FOR_ONE = Set.of("fields", "deleted", "asOf");

    /** What a reading of a record's history may say. */
    private static final Set<String> KNOWN_FOR_HISTORY = Set.of("limit", "cursor");

    /** What a reading of all records, page by page or not, may say. */
    private static final Set<String> KNOWN_FOR_ALL =
            Set.of("filter", "sort", "fields", "q", "deleted", "asOf", "limit");

    /** Longer texts are no search. */
    private static final int MAXIMUM_SEARCH = 200;

    private static final int MAXIMUM_SORT_KEYS = 16;

    private RecordQueryParser() {}

    /**
     * The query of {@code GET /api/{pack}/{entity}}.
     *
     * @param parameters decoded, by name, in the order given
     * @throws ProblemException when it is not a query
     */
    public static RecordQuery ofUrl(String entity, Map<String, List<String>> parameters) {
        return read(entity, Parameters.ofUrl(parameters, KNOWN));
    }

    /**
     * The query of {@code GET /api/{pack}/{entity}/{id}}, where only some parameters make sense.
     *
     * @throws ProblemException when it is not such a query
     */
    public static RecordQuery ofUrlForOne(String entity, Map<String, List<String>> parameters) {
        return read(entity, Parameters.ofUrl(parameters, KNOWN_FOR_ONE));
    }

    /**
     * The pages of {@code GET /api/{pack}/{entity}/{id}/history}.
     *
     * @throws ProblemException when it is not such a query
     */
    public static RecordQuery ofUrlForHistory(String entity, Map<String, List<String>> parameters) {
        return read(entity, Parameters.ofUrl(parameters, KNOWN_FOR_HISTORY));
    }

    /**
     * The query of {@code GET /api/{pack}/{entity}/export}, which has no pages: all records, unless it says how many.
     *
     * @throws ProblemException when it is not such a query
     */
    public static RecordQuery ofUrlForAll(String entity, Map<String, List<String>> parameters) {
        return read(entity, Parameters.ofUrl(parameters, KNOWN_FOR_ALL), RecordQuery.NO_LIMIT, RecordQuery.NO_LIMIT);
    }

    /**
     * The query of {@code POST /api/{pack}/{entity}/export}.
     *
     * @throws ProblemException when it is not such a query
     */
    public static RecordQuery ofJsonForAll(String entity, JsonNode json) {
        return read(entity, Parameters.ofJson(json, KNOWN_FOR_ALL), RecordQuery.NO_LIMIT, RecordQuery.NO_LIMIT);
    }

    /**
     * The query of {@code POST /api/{pack}/{entity}/query}.
     *
     * @throws ProblemException when it is not a query
     */
    public static RecordQuery ofJson(String entity, JsonNode json) {
        return read(entity, Parameters.ofJson(json, KNOWN));
    }

    private static RecordQuery read(String entity, Parameters parameters) {
        return read(entity, parameters, RecordQuery.DEFAULT_LIMIT, RecordQuery.MAXIMUM_LIMIT);
    }

    private static RecordQuery read(String entity, Parameters parameters, int usual, int most) {
        Optional<Grouping> grouping = GroupingParser.parse(parameters);
        return new RecordQuery(
                entity,
                parameters.get("filter"),
                order(parameters, grouping),
                parameters.get("fields").map(FieldsParser::parse).orElse(List.of()),
                (int) number(parameters, "limit", most).orElse((long) usual).longValue(),
                page(parameters),
                oneOf(
                        parameters,
                        "count",
                        CountMode.NONE,
                        CountMode.values(),
                        mode -> mode.name().toLowerCase(Locale.ROOT)),
                parameters.get("q").map(RecordQueryParser::search),
                oneOf(parameters, "deleted", Deletion.HIDDEN, Deletion.values(), Deletion::text),
                parameters.get("asOf").map(RecordQueryParser::moment),
                grouping);
    }

    /** What the list is sorted by; read from its end, the very opposite of that. */
    private static List<SortKey> order(Parameters parameters, Optional<Grouping> grouping) {
        List<SortKey> keys = sort(parameters);
        if (!oneOf(parameters, "reverse", false, new Boolean[] {false, true}, String::valueOf)) {
            return keys;
        }
        List<String> usual = grouping.map(groups ->
                        groups.keys().stream().map(Grouping.GroupKey::name).toList())
                .orElse(List.of(SystemFields.ID));
        List<SortKey> whole = keys.isEmpty()
                ? usual.stream().map(name -> new SortKey(name, false)).toList()
                : keys;
        return whole.stream().map(SortKey::reversed).toList();
    }

    private static List<SortKey> sort(Parameters parameters) {
        List<String> keys = parameters.get("sort").map(TopLevel::split).orElse(List.of());
        if (keys.size() > MAXIMUM_SORT_KEYS) {
            throw refusal(ProblemCode.PARAMETER_ITEMS, "sort", "sort", Integer.toString(MAXIMUM_SORT_KEYS));
        }
        return keys.stream().map(RecordQueryParser::sortKey).toList();
    }

    private static SortKey sortKey(String text) {
        boolean descending = text.startsWith("-");
        String expression = descending ? text.substring(1).strip() : text;
        if (expression.isEmpty()) {
            throw refusal(ProblemCode.SORT_EMPTY, "sort");
        }
        return new SortKey(expression, descending);
    }

    private static Page page(Parameters parameters) {
        Optional<Long> offset = number(parameters, "offset", Integer.MAX_VALUE);
        Optional<String> cursor = parameters.get("cursor");
        if (cursor.isPresent() && offset.isPresent()) {
            throw refusal(ProblemCode.PARAMETERS_EXCLUDE, "cursor", "cursor", "offset");
        }
        return cursor.<Page>map(Page.After::new).orElseGet(() -> new Page.Offset(offset.orElse(0L)));
    }

    private static Optional<Long> number(Parameters parameters, String name, int most) {
        return parameters.get(name).map(text -> {
            String digits = text.strip();
            boolean number = digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!number || Long.parseLong(digits) > most) {
                throw refusal(ProblemCode.PARAMETER_RANGE, name, name, "0", Integer.toString(most));
            }
            return Long.parseLong(digits);
        });
    }

    private static <T> T oneOf(
            Parameters parameters, String name, T otherwise, T[] values, Function<T, String> textOf) {
        return parameters
                .get(name)
                .map(text -> Arrays.stream(values)
                        .filter(value -> textOf.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> refusal(
                                ProblemCode.PARAMETER_OPTIONS,
                                name,
                                name,
                                Arrays.stream(values).map(textOf).collect(Collectors.joining(", ")))))
                .orElse(otherwise);
    }

    private static String search(String text) {
        if (text.length() > MAXIMUM_SEARCH) {
            throw refusal(ProblemCode.PARAMETER_LENGTH, "q", "q", Integer.toString(MAXIMUM_SEARCH));
        }
        return text.strip();
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException notTime) {
            throw refusal(ProblemCode.PARAMETER_TIME, "asOf", "asOf", text);
        }
    }

    private static ProblemException refusal(ProblemCode code, String path, String... arguments) {
        return new ProblemException(Problem.inValue(code, path, arguments));
    }
}
