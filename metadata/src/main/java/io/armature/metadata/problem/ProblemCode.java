package io.armature.metadata.problem;

/**
 * Every kind of problem, with a code that is never reused.
 * Families: 1xx request, 2xx definition, 3xx access, 4xx record and workflow, 5xx script, 6xx pack and schema, 7xx BI.
 * The sentences live in {@code problems.properties}, keyed by code, and in its translations.
 */
public enum ProblemCode {
    // 1xx: the request itself
    MALFORMED_REQUEST("AR-100"),
    NOT_FOUND("AR-101"),
    BODY_TOO_LARGE("AR-102"),
    JSON_TOO_DEEP("AR-103"),
    UNKNOWN_PARAMETER("AR-104"),
    INVALID_PARAMETER("AR-105"),
    METHOD_NOT_ALLOWED("AR-106"),
    NOT_ACCEPTABLE("AR-107"),
    UNSUPPORTED_MEDIA_TYPE("AR-108"),
    INTERNAL_ERROR("AR-109"),
    UNAVAILABLE("AR-110"),
    INVALID_CURSOR("AR-111"),
    TOO_MANY_REQUESTS("AR-112"),
    QUERY_TOO_EXPENSIVE("AR-113"),
    PARAMETER_TWICE("AR-130"),
    PARAMETER_TYPE("AR-131"),
    PARAMETER_RANGE("AR-132"),
    PARAMETER_OPTIONS("AR-133"),
    PARAMETER_LENGTH("AR-134"),
    PARAMETER_TIME("AR-135"),
    PARAMETERS_EXCLUDE("AR-136"),
    PARAMETER_NEEDS("AR-137"),
    PARAMETER_ITEMS("AR-138"),
    GROUP_NAME_TWICE("AR-139"),
    NOT_A_MEASURE("AR-140"),
    SORT_EMPTY("AR-141"),
    FIELDS_SYNTAX("AR-142"),
    FIELDS_TOO_DEEP("AR-143"),
    FIELDS_TOO_MANY("AR-144"),
    FIELDS_LEAD_NOWHERE("AR-145"),
    NOT_COMPARABLE("AR-146"),
    NOT_A_CONDITION("AR-147"),
    NESTED_LIST_TOO_LONG("AR-148"),
    NOT_SEARCHABLE("AR-149"),
    NOT_SUMMABLE("AR-150"),
    UNREADABLE_ENTITY("AR-151"),
    GROUPED_PARAMETER("AR-152"),

    // 2xx: definitions and expressions
    SYNTAX("AR-200"),
    SHAPE("AR-201"),
    UNKNOWN_PROPERTY("AR-202"),
    UNKNOWN_KIND("AR-203"),
    INVALID_NAME("AR-204"),
    RESERVED_NAME("AR-205"),
    DUPLICATE_KEY("AR-206"),
    FORBIDDEN_YAML("AR-207"),
    NESTED_TOO_DEEP("AR-208"),
    FILE_TOO_LARGE("AR-209"),
    UNKNOWN_ENTITY("AR-210"),
    UNKNOWN_FIELD("AR-211"),
    UNKNOWN_FIELD_TYPE("AR-212"),
    DUPLICATE_FIELD("AR-213"),
    INVALID_SETTING("AR-214"),
    EXTENDS_CYCLE("AR-215"),
    FORMULA_CYCLE("AR-216"),
    UNKNOWN_ROLE("AR-217"),
    UNKNOWN_REFERENCE("AR-218"),
    DUPLICATE_DEFINITION("AR-219"),
    NUMBER_TOO_LARGE("AR-220"),
    NOT_TEXT("AR-221"),
    WRONG_SHAPE("AR-222"),
    MISSING_PROPERTY("AR-223"),
    WRONG_WORD("AR-224"),
    WRONG_FORM("AR-225"),
    OUT_OF_LIMITS("AR-226"),
    WRONG_CELLS("AR-227"),
    NO_MANIFEST("AR-228"),
    EXPRESSION_SYNTAX("AR-230"),
    EXPRESSION_TYPE("AR-231"),
    EXPRESSION_UNKNOWN_NAME("AR-232"),
    EXPRESSION_UNKNOWN_FUNCTION("AR-233"),
    EXPRESSION_TOO_COMPLEX("AR-234"),
    EXPRESSION_ARITHMETIC("AR-235"),

    // 3xx: who may do what
    SIGN_IN_REQUIRED("AR-300"),
    SIGN_IN_FAILED("AR-301"),
    FORBIDDEN("AR-302"),

    // 4xx: records
    INVALID_RECORD("AR-400"),
    REQUIRED("AR-401"),
    INVALID_VALUE("AR-402"),
    OUT_OF_RANGE("AR-403"),
    TOO_LONG("AR-404"),
    PATTERN_MISMATCH("AR-405"),
    UNKNOWN_OPTION("AR-406"),
    LINK_NOT_FOUND("AR-407"),
    NOT_UNIQUE("AR-408"),
    READ_ONLY("AR-409"),
    CONSTRAINT_VIOLATED("AR-410"),
    VERSION_CONFLICT("AR-411"),
    RECORD_IN_USE("AR-412"),
    TOO_MANY_AFFECTED("AR-413"),
    IDEMPOTENCY_MISMATCH("AR-414"),
    UNKNOWN_VALUE_FIELD("AR-415"),
    DELETED("AR-416"),
    TOO_PRECISE("AR-417"),
    TOO_SHORT("AR-418"),
    WRONG_COUNT("AR-419"),
    UNSTORABLE_CHARACTER("AR-420"),

    // 6xx: packs and schema
    PACK_NOT_FOUND("AR-600"),
    PACK_DEPENDENCY("AR-601"),
    PACK_CYCLE("AR-602"),
    PACK_ENGINE_VERSION("AR-603"),
    PACK_TAMPERED("AR-604"),
    PACK_UNSAFE_PATH("AR-605"),
    PACK_TOO_LARGE("AR-606"),
    PACK_IN_USE("AR-607"),
    PLAN_OUTDATED("AR-620"),
    PLAN_BLOCKED("AR-621"),
    PLAN_DESTRUCTIVE("AR-622"),
    SCHEMA_BUSY("AR-623");

    private final String id;

    ProblemCode(String id) {
        this.id = id;
    }

    /** The stable code, such as {@code AR-401}. */
    public String id() {
        return id;
    }
}
