package io.armature.engine.webhook;

import io.armature.engine.identity.PeerAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends deliveries over HTTP. Names are resolved once, and the connection goes to an address that was looked at: a name that means
 * something public when it is checked and something private when it is called gets nowhere. Nothing is followed elsewhere.
 */
final class WebhookClient implements AutoCloseable {

    private static final int CONNECTING = 5;
    private static final int ANSWERING = 10;
    /** However slowly a receiver answers, an attempt takes no longer. */
    static final Duration LONGEST = Duration.ofSeconds(25);

    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_OF_A_RECEIVER = 8;
    private static final int TAKEN = 200;
    private static final int NOT_TAKEN = 300;
    /** Bytes of an answer that are read so that the connection can be used again. */
    private static final long SHORT_ANSWER = 64 * 1024;

    private static final Set<String> SCHEMES = Set.of("https", "http");

    private final CloseableHttpClient open = client(false);
    private final CloseableHttpClient inside = client(true);
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-ends").daemon().factory());
    private final Clock clock;

    WebhookClient(Clock clock) {
        this.clock = clock;
    }

    /** The name leads to an address inside the network, where deliveries do not go. */
    private static final class PrivateAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddress(String host) {
            super(host + " is an address inside the own network; set allow_private if that is meant");
        }
    }

    private static CloseableHttpClient client(boolean allowPrivate) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(allowPrivate ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses())
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_OF_A_RECEIVER)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECTING, TimeUnit.SECONDS)
                                .setSocketTimeout(ANSWERING, TimeUnit.SECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(ANSWERING, TimeUnit.SECONDS)
                        .setConnectionRequestTimeout(ANSWERING, TimeUnit.SECONDS)
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .setUserAgent("Armature")
                .build();
    }

    /** Answers with public addresses alone. */
    private static final class PublicAddresses implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            if (Arrays.stream(addresses).anyMatch(PeerAddresses::isPrivate)) {
                throw new PrivateAddress(host);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    }

    Outcome send(Webhook webhook, boolean allowPrivate, Delivery delivery) {
        Instant begun = clock.instant();
        try {
            HttpPost request = request(webhook, delivery, begun);
            int status = status(allowPrivate ? inside : open, request);
            boolean taken = status >= TAKEN && status < NOT_TAKEN;
            return new Outcome(Optional.of(status), since(begun), taken ? "" : "The receiver answered " + status + ".");
        } catch (IOException | IllegalArgumentException failed) {
            String why = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
            return new Outcome(Optional.empty(), since(begun), why);
        }
    }

    /** Nobody waits for what a receiver says beside the status: it may never end. */
    private int status(CloseableHttpClient client, HttpPost request) throws IOException {
        ScheduledFuture<?> end = ends.schedule(request::abort, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = client.executeOpen(HttpHost.create(url(request)), request, null);
            if (isShort(answer.getEntity())) {
                answer.close();
            } else {
                // Closing the answer would read it to its end.
                request.abort();
            }
            return answer.getCode();
        } finally {
            end.cancel(false);
        }
    }

    private static boolean isShort(@Nullable HttpEntity body) {
        return body == null || body.getContentLength() >= 0 && body.getContentLength() <= SHORT_ANSWER;
    }

    private static URI url(HttpPost request) {
        try {
            return request.getUri();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private Duration since(Instant begun) {
        Duration duration = Duration.between(begun, clock.instant());
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static HttpPost request(Webhook webhook, Delivery delivery, Instant now) {
        URI url = URI.create(webhook.url());
        if (url.getHost() == null || !SCHEMES.contains(url.getScheme())) {
            throw new IllegalArgumentException("This is no address of HTTP.");
        }
        HttpPost request = new HttpPost(url);
        request.setEntity(
                new StringEntity(delivery.body(), ContentType.create("application/json", StandardCharsets.UTF_8)));
        request.setHeader("Armature-Event", delivery.event());
        request.setHeader("Armature-Event-Id", delivery.eventId());
        request.setHeader("Armature-Delivery", delivery.id().toString());
        request.setHeader("Armature-Attempt", String.valueOf(delivery.attempt()));
        request.setHeader("Armature-Timestamp", String.valueOf(now.getEpochSecond()));
        if (!webhook.secrets().isEmpty()) {
            request.setHeader("Armature-Signature", Signature.of(webhook.secrets(), now, delivery.body()));
        }
        return request;
    }

    @Override
    public void close() {
        ends.shutdownNow();
        open.close(CloseMode.IMMEDIATE);
        inside.close(CloseMode.IMMEDIATE);
    }
}
