package io.armature.engine.web;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;

/**
 * Refuses requests of which a proxy in front could see another end, or another site, than we: a transfer coding other than
 * chunks (RFC 9112, 6.1), no host or several (3.2), several tenants.
 */
final class Framing {

    private static final String CHUNKED = "chunked";
    /** Asked by programs that speak HTTP/1.0 and know no hosts. */
    private static final String HEALTH = "/health";

    private static final String UNREADABLE = "/";

    private Framing() {}

    /** @throws ProblemException when the request is not plain */
    static void check(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        String coding = headers.get(HttpHeaders.TRANSFER_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase(CHUNKED)) {
            throw refusal("Transfer-Encoding");
        }
        List<String> hosts = headers.getAll(HttpHeaders.HOST);
        if (hosts.size() > 1 || hosts.isEmpty() && !needsNoHost(request)) {
            throw refusal(HttpHeaders.HOST);
        }
        if (headers.get(RequestTenants.HEADER) != null
                && headers.getAll(RequestTenants.HEADER).size() > 1) {
            throw refusal(RequestTenants.HEADER);
        }
    }

    /** In place of a request whose address cannot be read stands one for the root with nothing else: its problem is told later. */
    private static boolean needsNoHost(HttpRequest<?> request) {
        return request.getPath().startsWith(HEALTH)
                || request.getPath().equals(UNREADABLE)
                        && request.getHeaders().names().isEmpty();
    }

    private static ProblemException refusal(String header) {
        return new ProblemException(Problem.inValue(
                ProblemCode.MALFORMED_REQUEST,
                "",
                "`" + header + "` can be read in two ways",
                "Send it once, and as HTTP/1.1 has it."));
    }
}
