package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Preference;
import io.armature.engine.identity.PreferenceStore;
import io.armature.engine.identity.Preferences;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The caller about himself. */
@Controller("/api/auth/me")
public final class MeController {

    private final PreferenceStore preferences;
    private final JsonBodies bodies;

    public MeController(PreferenceStore preferences, JsonBodies bodies) {
        this.preferences = preferences;
        this.bodies = bodies;
    }

    @Get
    public Me me(RequestContext context) {
        return me(context, preferences.of(context.tenant(), context.user().id()));
    }

    @Patch
    public Me change(RequestContext context, @Body byte[] body) {
        Map<Preference, Optional<String>> changes = new EnumMap<>(Preference.class);
        bodies.read(body).properties().forEach(entry -> changes.put(named(entry.getKey()), text(entry)));
        preferences.change(context.tenant(), context.user().id(), changes);
        return me(context);
    }

    private static Me me(RequestContext context, Preferences preferences) {
        return Me.of(context.user()).with(preferences);
    }

    private static Preference named(String name) {
        return Preference.named(name)
                .orElseThrow(() ->
                        new ProblemException(Problem.inValue(ProblemCode.READ_ONLY, name, name, "not a preference")));
    }

    private static Optional<String> text(Map.Entry<String, JsonNode> entry) {
        JsonNode value = entry.getValue();
        if (!value.isTextual() && !value.isNull()) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.INVALID_VALUE, entry.getKey(), "text", Arrays.toString(Preference.values())));
        }
        return Optional.ofNullable(value.textValue()).filter(text -> !text.isEmpty());
    }
}
