package io.armature.engine.identity.oauth;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import io.armature.engine.identity.PeerAddresses;
import io.armature.engine.identity.PeerNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * Calls providers: only where the operator allows, at addresses as they were looked at, without following them elsewhere, and
 * not for long. Safe for many threads.
 */
final class Peer implements HTTPRequestSender, ResourceRetriever {

    private static final int MILLISECONDS = 5_000;
    private static final long LONGEST_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(3L * MILLISECONDS);
    private static final int MOST_BYTES = 200_000;
    private static final int BUFFER = 8_192;
    private static final Set<String> SCHEMES = Set.of("https");
    /** Headers that are the client's own matter. */
    private static final Set<String> OWN = Set.of("content-length", "host");

    private final PeerAddresses addresses;
    private final CloseableHttpClient client;

    Peer(PeerAddresses addresses) {
        this.addresses = addresses;
        this.client = HttpClients.custom()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent("Armature")
                // Sign-ins are rare: nothing is kept open for the next.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(MILLISECONDS, TimeUnit.MILLISECONDS)
                        .setConnectionRequestTimeout(MILLISECONDS, TimeUnit.MILLISECONDS)
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PeerNames(addresses))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(MILLISECONDS, TimeUnit.MILLISECONDS)
                                .setSocketTimeout(MILLISECONDS, TimeUnit.MILLISECONDS)
                                .build())
                        .build())
                .build();
    }

    HTTPResponse get(URI address) throws OauthFailure {
        return call(new HTTPRequest(HTTPRequest.Method.GET, address));
    }

    HTTPResponse call(HTTPRequest request) throws OauthFailure {
        require(request.getURI());
        try {
            return request.send(this);
        } catch (IOException unreachable) {
            throw new OauthFailure("it cannot be reached", unreachable);
        }
    }

    void require(URI address) throws OauthFailure {
        if (!addresses.allow(address, SCHEMES)) {
            throw new OauthFailure("its address is not one that may be called");
        }
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        return send(request.getMethod().name(), request.getURI(), request.getHeaderMap(), request.getBody());
    }

    /** Keys of a provider, which Nimbus asks for when it needs them. */
    @Override
    public Resource retrieveResource(URL address) throws IOException {
        HTTPResponse answer = send("GET", URI.create(address.toString()), Map.of(), null);
        if (!answer.indicatesSuccess()) {
            throw new IOException("The keys are answered with status " + answer.getStatusCode());
        }
        return new Resource(
                answer.getBody(),
                Optional.ofNullable(answer.getHeaderValue("Content-Type")).orElse(""));
    }

    private HTTPResponse send(String method, URI address, Map<String, List<String>> headers, @Nullable String body)
            throws IOException {
        HttpUriRequestBase asked = new HttpUriRequestBase(method, address);
        headers.forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> asked.addHeader(name, value));
            }
        });
        if (body != null) {
            String type = headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                    .flatMap(header -> header.getValue().stream())
                    .findFirst()
                    .orElse("application/x-www-form-urlencoded; charset=UTF-8");
            asked.setEntity(new StringEntity(body, ContentType.parse(type).withCharset(StandardCharsets.UTF_8)));
        }
        return client.execute(asked, Peer::answer);
    }

    private static HTTPResponse answer(ClassicHttpResponse response) throws IOException {
        HTTPResponse answer = new HTTPResponse(response.getCode());
        for (var header : response.getHeaders()) {
            answer.setHeader(header.getName(), header.getValue());
        }
        answer.setBody(
                response.getEntity() == null ? "" : read(response.getEntity().getContent()));
        return answer;
    }

    /** However slowly or much a provider speaks, nobody listens for ever. */
    private static String read(InputStream content) throws IOException {
        long end = System.nanoTime() + LONGEST_NANOSECONDS;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[BUFFER];
        for (int read = content.read(part); read >= 0; read = content.read(part)) {
            all.write(part, 0, read);
            if (all.size() > MOST_BYTES || System.nanoTime() > end) {
                throw new IOException("The answer is too long");
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
