package io.armature.engine.identity;

import io.armature.engine.tenant.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where people reach a tenant: at its own host, else below the address that the operator names. Never what a request says, since
 * anybody can send a request with another's host.
 *
 * @param operators such as {@code https://erp.example.org}; empty when the operator names none
 * @param fallback this node as it is reached on its own machine
 */
public record PublicAddress(Optional<String> operators, String fallback) {

    /** The tenant's address, without a slash at the end. */
    public String of(Tenant tenant) {
        String address = tenant.hosts().stream()
                .sorted()
                .findFirst()
                .map(host -> "https://" + host)
                .or(() -> operators)
                .orElse(fallback);
        boolean named = tenant.hosts().isEmpty() && !tenant.isMain();
        return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                + (named ? "/t/" + tenant.name() : "");
    }

    /** A page of the tenant with a parameter. */
    String page(Tenant tenant, String path, String parameter, String value) {
        return of(tenant) + path + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
