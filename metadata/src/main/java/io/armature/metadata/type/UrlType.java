package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** A web address. Schemes that a browser would run as a script are refused. */
final class UrlType extends AbstractTextType {

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps", "sftp", "mailto", "tel");

    UrlType() {
        super("url", "url", 2_048, "\"https://example.org\"", Set.of("max", "pattern", "patternMessage"));
    }

    @Override
    boolean fits(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && !uri.getSchemeSpecificPart().isEmpty();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return super.schema(field).put("format", "uri");
    }
}
