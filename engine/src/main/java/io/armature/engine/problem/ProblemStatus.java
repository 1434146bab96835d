package io.armature.engine.problem;

import static java.util.Map.entry;

import io.armature.metadata.problem.ProblemCode;
import java.util.Map;

/** The HTTP status of each problem: that of its family, unless the code has one of its own. */
public final class ProblemStatus {

    private static final int FAMILY_AT = "AR-".length();

    private static final Map<ProblemCode, Integer> OWN = Map.ofEntries(
            entry(ProblemCode.NOT_FOUND, 404),
            entry(ProblemCode.BODY_TOO_LARGE, 413),
            entry(ProblemCode.PAPER_TOO_LONG, 422),
            entry(ProblemCode.RECORD_DELETED, 404),
            entry(ProblemCode.ADDRESS_TOO_LONG, 414),
            entry(ProblemCode.METHOD_NOT_ALLOWED, 405),
            entry(ProblemCode.NOT_ACCEPTABLE, 406),
            entry(ProblemCode.UNSUPPORTED_MEDIA_TYPE, 415),
            entry(ProblemCode.INTERNAL_ERROR, 500),
            entry(ProblemCode.UNAVAILABLE, 503),
            entry(ProblemCode.TOO_MANY_REQUESTS, 429),
            entry(ProblemCode.TENANT_SUSPENDED, 503),
            entry(ProblemCode.SIGN_IN_REQUIRED, 401),
            entry(ProblemCode.SIGN_IN_FAILED, 401),
            entry(ProblemCode.OTP_REQUIRED, 401),
            entry(ProblemCode.OTP_WRONG, 401),
            entry(ProblemCode.OTP_ENROLLED, 409),
            entry(ProblemCode.WEAK_PASSWORD, 422),
            entry(ProblemCode.LINK_SPENT, 410),
            entry(ProblemCode.PROVIDER_FAILED, 502),
            entry(ProblemCode.NOT_UNIQUE, 409),
            entry(ProblemCode.VERSION_CONFLICT, 412),
            entry(ProblemCode.RECORD_IN_USE, 409),
            entry(ProblemCode.RECORD_IN_USE_UNSEEN, 409),
            entry(ProblemCode.TOO_MANY_AFFECTED, 409),
            entry(ProblemCode.DELETED, 409),
            entry(ProblemCode.EVENT_NAME, 400),
            entry(ProblemCode.TOO_MANY_STREAMS, 429),
            entry(ProblemCode.RUN_OVER, 409),
            entry(ProblemCode.WEBHOOK_INACTIVE, 409),
            entry(ProblemCode.TRANSITION_UNKNOWN, 404),
            entry(ProblemCode.TRANSITION_ELSEWHERE, 409),
            entry(ProblemCode.TRANSITION_FORBIDDEN, 403),
            entry(ProblemCode.DOCUMENT_KEPT, 409),
            entry(ProblemCode.APPROVAL_NOT_ASKED, 403),
            entry(ProblemCode.APPROVAL_OWN, 403),
            entry(ProblemCode.APPROVAL_TWICE, 409),
            entry(ProblemCode.APPROVAL_NONE, 409),
            entry(ProblemCode.BRANCH_CLOSED, 409),
            entry(ProblemCode.PRINT_UNKNOWN, 404),
            entry(ProblemCode.PRINT_CONDITION, 409),
            entry(ProblemCode.PACK_NOT_FOUND, 404),
            entry(ProblemCode.PACK_TOO_LARGE, 413),
            entry(ProblemCode.UPLOAD_TOO_LARGE, 413),
            entry(ProblemCode.STORAGE_FULL, 507),
            entry(ProblemCode.PACK_IN_USE, 409),
            entry(ProblemCode.PLAN_OUTDATED, 409),
            entry(ProblemCode.PLAN_BLOCKED, 409),
            entry(ProblemCode.PLAN_DESTRUCTIVE, 409),
            entry(ProblemCode.PACK_CONSENT, 409),
            entry(ProblemCode.SCRIPT_GIVEN_UP, 503),
            entry(ProblemCode.SCRIPT_STOPPED, 503),
            entry(ProblemCode.SCHEMA_BUSY, 503));

    private static final Map<Character, Integer> FAMILIES = Map.of('1', 400, '3', 403);

    /** Understood, but not possible as asked. */
    private static final int UNPROCESSABLE = 422;

    private ProblemStatus() {}

    public static int of(ProblemCode code) {
        return OWN.getOrDefault(code, FAMILIES.getOrDefault(code.id().charAt(FAMILY_AT), UNPROCESSABLE));
    }
}
