package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.identity.PeerAddresses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls other servers for functions of packs: at public addresses, as they were looked up and looked at, so that no second
 * answer of the name service leads elsewhere; without following redirects, and within the call's time. Safe for many threads.
 */
final class PeerCaller implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 100;
    private static final long LONGEST_CONNECT_MILLIS = 5_000;
    private static final int BUFFER = 8_192;

    /** What is waited beyond the call's time, so that it is always the call that was too slow, and never the server. */
    private static final long BEYOND_NANOS = 100_000_000;

    /** Headers that are the client's own matter. */
    private static final Set<String> OWN =
            Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade");

    private final CloseableHttpClient client;

    PeerCaller(PeerAddresses allowed) {
        client = HttpClients.custom()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent("Armature")
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(allowed))
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofMilliseconds(LONGEST_CONNECT_MILLIS))
                                .build())
                        .build())
                .build();
    }

    record Request(String method, URI address, ObjectNode headers, byte[] body) {}

    record Reply(int status, ObjectNode headers, String text) {

        static Reply of(JsonNode json) {
            ObjectNode headers =
                    json.path("headers") instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
            return new Reply(
                    json.path("status").asInt(), headers, json.path("text").asText());
        }

        ObjectNode json() {
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("status", status).put("text", text);
            json.set("headers", headers);
            return json;
        }
    }

    /** The addresses of a host, all of which may be called; the connection is made to one of these. */
    private record CheckedNames(PeerAddresses allowed) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            if (!Arrays.stream(addresses).allMatch(allowed::allow)) {
                throw new UnknownHostException("it is at an address that is not public");
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** The answer given in a server's place, else the server's own. */
    Reply answer(Call call, Request request, PeerAnswers answers) {
        return answers.of(call.scene().context().tenant(), request.method(), request.address())
                .map(answer -> {
                    call.use(Budget.Part.TRAFFIC, answer.text().length());
                    ObjectNode headers = JsonNodeFactory.instance.objectNode();
                    answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
                    return new Reply(answer.status(), headers, answer.text());
                })
                .orElseGet(() -> call(call, request));
    }

    private Reply call(Call call, Request request) {
        HttpUriRequestBase asked = new HttpUriRequestBase(request.method(), request.address());
        Timeout longest = Timeout.ofNanoseconds(Math.max(call.remaining(), 0) + BEYOND_NANOS);
        asked.setConfig(RequestConfig.custom()
                .setResponseTimeout(longest)
                .setConnectionRequestTimeout(longest)
                .build());
        request.headers().properties().forEach(header -> {
            if (!OWN.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                asked.setHeader(header.getKey(), header.getValue().asText());
            }
        });
        if (request.body().length > 0) {
            asked.setEntity(new ByteArrayEntity(
                    request.body(),
                    ContentType.parse(request.headers().path("Content-Type").asText("text/plain; charset=utf-8"))));
        }
        return call.waiting(asked::cancel, () -> send(call, asked, request.address()));
    }

    private Reply send(Call call, HttpUriRequestBase asked, URI address) {
        try {
            return client.execute(asked, response -> reply(call, response));
        } catch (IOException failed) {
            if (call.isLate()) {
                call.stop(Budget.Part.TIME);
            }
            String why =
                    failed instanceof UnknownHostException ? String.valueOf(failed.getMessage()) : failed.toString();
            throw HttpPort.refusal(address, why);
        }
    }

    private static Reply reply(Call call, ClassicHttpResponse response) throws IOException {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = response.getEntity() == null
                ? new byte[0]
                : read(call, response.getEntity().getContent());
        return new Reply(response.getCode(), headers, new String(body, StandardCharsets.UTF_8));
    }

    /** No more than the budget allows is ever held. */
    private static byte[] read(Call call, InputStream content) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[BUFFER];
        for (int read = content.read(part); read >= 0; read = content.read(part)) {
            call.use(Budget.Part.TRAFFIC, read);
            all.write(part, 0, read);
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
