package io.armature.engine.identity.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.identity.NameMap;
import io.armature.engine.identity.ProvidedUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads who somebody is from what a provider says. */
final class ClaimReader {

    private static final int LONGEST = 100;

    private ClaimReader() {}

    static ProvidedUser read(Provider provider, JsonNode claims) throws OauthFailure {
        String subject = text(claims, provider.claims().subject())
                .orElseThrow(() -> new OauthFailure("it does not say who it is"));
        Optional<String> email = text(claims, "email");
        boolean verified = claims.path("email_verified").asBoolean(false);
        String username =
                text(claims, provider.claims().username()).or(() -> email).orElse(subject);
        return new ProvidedUser(
                provider.key(),
                subject,
                clean(username),
                clean(text(claims, "name").orElse(username)),
                email,
                email.filter(any -> verified),
                mapped(claims, provider.claims().roles(), provider.claims().roleMap()),
                mapped(claims, provider.claims().groups(), provider.claims().groupMap()));
    }

    private static Optional<Set<String>> mapped(JsonNode claims, Optional<String> claim, NameMap map) {
        return claim.map(path -> map.of(texts(at(claims, path))));
    }

    private static Optional<String> text(JsonNode claims, String path) {
        JsonNode value = at(claims, path);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        value.forEach(item -> texts.addAll(texts(item)));
        return texts;
    }

    /** A claim by its name, else by the way its dots lead. */
    private static JsonNode at(JsonNode claims, String path) {
        JsonNode at = claims.path(path);
        if (!at.isMissingNode()) {
            return at;
        }
        at = claims;
        for (String name : path.split("\\.")) {
            at = at.path(name);
        }
        return at;
    }

    private static String clean(String text) {
        String printable = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
