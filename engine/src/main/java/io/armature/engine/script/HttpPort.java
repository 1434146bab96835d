package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * {@code ctx.http}: calls of the origins that the manifest names. {@code ctx.http.get(url)}, {@code .post(url, body)}, {@code
 * .request({ method, url, headers, body })}, each answering {@code { status, headers, text, json() }}.
 */
final class HttpPort implements Port {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** RFC 9110, 5.6.2. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

    private final Peers peers;

    HttpPort(Peers peers) {
        this.peers = peers;
    }

    /** Calls other servers. */
    @FunctionalInterface
    interface Peers {
        PeerCaller.Reply call(Call call, PeerCaller.Request request);
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Object open(Call call, Shown shown) {
        return new Given()
                .put("get", method(call, shown, "GET", false))
                .put("delete", method(call, shown, "DELETE", false))
                .put("post", method(call, shown, "POST", true))
                .put("put", method(call, shown, "PUT", true))
                .put("patch", method(call, shown, "PATCH", true))
                .put("request", (ProxyExecutable) given -> call(
                        call,
                        shown,
                        new Arguments("ctx.http.request", given).object(0, "{ method, url, headers, body }")))
                .frozen();
    }

    private ProxyExecutable method(Call call, Shown shown, String method, boolean body) {
        return given -> {
            Arguments arguments = new Arguments("ctx.http." + method.toLowerCase(Locale.ROOT), given);
            ObjectNode request = arguments.object(body ? 2 : 1, "options such as { headers: {} }");
            request.put("method", method);
            request.put("url", arguments.text(0, "an address"));
            if (body) {
                request.set("body", arguments.json(1));
            }
            return call(call, shown, request);
        };
    }

    private Object call(Call call, Shown shown, ObjectNode request) {
        Scene scene = call.scene();
        URI address = granted(call, request.path("url").asText());
        String method = request.path("method").asText("GET").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new ScriptFault("No method of HTTP that hooks can use: " + method);
        }
        if (scene.dryRun() && !READING.contains(method)) {
            throw refusal(address, "a dry run changes nothing elsewhere either");
        }
        call.use(Budget.Part.CALLS, 1);
        JsonNode body = request.path("body");
        boolean json = !body.isTextual() && !body.isMissingNode() && !body.isNull();
        byte[] content = body.isMissingNode() || body.isNull()
                ? new byte[0]
                : (json ? body.toString() : body.textValue()).getBytes(StandardCharsets.UTF_8);
        call.use(Budget.Part.TRAFFIC, content.length);
        ObjectNode headers =
                request.path("headers") instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        if (json && !headers.has("Content-Type")) {
            headers.put("Content-Type", "application/json");
        }
        headers.properties()
                .forEach(header ->
                        requirePlain(header.getKey(), header.getValue().asText()));
        PeerCaller.Request asked = new PeerCaller.Request(method, address, headers, content);
        PeerCaller.Reply reply = PeerCaller.Reply.of(call.tape()
                .pass(
                        method + " " + origin(address) + address.getRawPath(),
                        () -> peers.call(call, asked).json()));
        return new Given()
                .put("status", reply.status())
                .put("ok", reply.status() >= 200 && reply.status() < 300)
                .put("headers", shown.of(reply.headers()))
                .put("text", reply.text())
                .put("json", (ProxyExecutable) given -> shown.parsed(reply.text()))
                .frozen();
    }

    /** What is no header is said to be none: clients and servers differ in what they make of it. */
    private static void requirePlain(String name, String value) {
        if (!NAME.matcher(name).matches() || UNPRINTABLE.matcher(value).find()) {
            throw new ScriptFault("No header of HTTP that hooks can send: " + name.replaceAll("\\p{Cntrl}", "?"));
        }
    }

    /** @throws ProblemException when the manifest does not name the address's origin */
    private static URI granted(Call call, String text) {
        try {
            URI address = new URI(text);
            String origin = origin(address);
            call.grants(
                    grants -> grants.http().stream().anyMatch(granted -> origin.equals(origin(URI.create(granted)))),
                    "http: " + origin);
            return address;
        } catch (URISyntaxException none) {
            throw new ScriptFault("Not an address: " + text);
        }
    }

    /** Scheme, host and port as one text. */
    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null
                || address.getUserInfo() != null
                || !Set.of("http", "https").contains(scheme)) {
            throw new ScriptFault("Not an address that hooks can call: " + address);
        }
        int usual = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    static ProblemException refusal(URI address, String why) {
        return new ProblemException(Problem.inValue(
                ProblemCode.SCRIPT_PEER, "", address.getScheme() + "://" + address.getAuthority(), why));
    }
}
