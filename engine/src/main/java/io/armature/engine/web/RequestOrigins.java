package io.armature.engine.web;

import io.armature.engine.audit.Origin;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.Optional;

/** Tells where a request comes from. */
final class RequestOrigins {

    private RequestOrigins() {}

    static Origin of(HttpRequest<?> request) {
        return new Origin(RequestIds.of(request), address(request), Optional.empty());
    }

    /** The network address of the caller, as far as the proxies in front can be believed. */
    static String address(HttpRequest<?> request) {
        return Proxies.client(request)
                .orElseGet(() -> Optional.ofNullable(request.getRemoteAddress().getAddress())
                        .map(InetAddress::getHostAddress)
                        .orElse(""));
    }
}
