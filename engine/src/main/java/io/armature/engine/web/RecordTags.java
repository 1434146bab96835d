package io.armature.engine.web;

import io.armature.engine.query.plan.Told;
import io.armature.engine.query.read.OneRecord;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags of records. Everybody who sees all of a record has its version as the tag, {@code "3"}. Who sees less of it has the
 * version and a digest of what he sees, {@code "3-9f86d081884c7d65"}: when his rights change he is not told that nothing
 * did, and his tag is never that of somebody who sees more. Either names the version for {@code If-Match}.
 */
final class RecordTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})(?:-[0-9a-f]{16})?\"?");
    private static final String UNKEPT = "private, no-store";
    private static final int DIGEST_BYTES = 8;

    private RecordTags() {}

    /** The record, or that it is as it was when the caller last asked. */
    static HttpResponse<byte[]> answer(HttpRequest<?> request, OneRecord record) {
        String tag = of(record);
        MutableHttpResponse<byte[]> answer = matches(request, tag)
                ? HttpResponse.notModified()
                : HttpResponse.ok(record.json()).contentType(MediaType.APPLICATION_JSON_TYPE);
        if (record.told() == Told.FROM_ELSEWHERE) {
            // The version does not change with what other records say: a browser must not keep that by itself.
            answer.header(HttpHeaders.CACHE_CONTROL, UNKEPT);
        }
        return answer.header(HttpHeaders.ETAG, tag);
    }

    /** The version that a tag names. */
    static Optional<Long> version(String tag) {
        Matcher matcher = TAG.matcher(tag);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static String of(OneRecord record) {
        return record.told() == Told.IN_PART
                ? "\"" + record.version() + "-" + digest(record.json()) + "\""
                : "\"" + record.version() + "\"";
    }

    private static String digest(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json), 0, DIGEST_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static boolean matches(HttpRequest<?> request, String tag) {
        String header = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (header == null) {
            return false;
        }
        for (String given : header.split(",")) {
            String candidate = given.strip();
            if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
