package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.site.KeyChange;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.Map;

/** The keys that secrets are sealed with. */
@Controller("/api/vault")
public final class VaultController {

    private final KeyChange keys;
    private final JsonBodies bodies;

    public VaultController(KeyChange keys, JsonBodies bodies) {
        this.keys = keys;
        this.bodies = bodies;
    }

    /** How keys are replaced. */
    record Order(boolean newMaster) {}

    /** Replaces the keys of all tenants; the answer counts the secrets that were sealed anew. */
    @Post("/rotate")
    public Map<String, Map<String, Integer>> rotate(RequestContext context, @Body byte[] body) {
        return Map.of("sealed", keys.run(context, bodies.read(body, Order.class).newMaster()));
    }
}
