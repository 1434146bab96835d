package io.armature.engine.current;

import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import java.util.Locale;

/**
 * What one request of a signed-in user is about. Controllers take it as an argument and hand it on; it is kept nowhere.
 *
 * @param model the tenant's model when the request came; it stays so to the end, whatever is installed meanwhile
 * @param locale the language of texts and problems
 * @param requestId names the request in logs, audit and answers
 */
public record RequestContext(Tenant tenant, Model model, User user, Locale locale, String requestId) {

    /** The tenant's schema, unquoted. */
    public String schema() {
        return tenant.schema();
    }
}
