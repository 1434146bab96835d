package io.armature.engine.current;

import io.armature.engine.audit.Origin;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import java.util.Locale;

/**
 * What one request of a signed-in user is about. Controllers take it as an argument and hand it on; it is kept nowhere.
 *
 * @param model the tenant's model when the request came; it stays so to the end, whatever is installed meanwhile
 * @param locale the language of texts and problems
 * @param origin where the request comes from
 */
public record RequestContext(Tenant tenant, Model model, User user, Locale locale, Origin origin) {

    /** Of work that no caller asked for. */
    public RequestContext(Tenant tenant, Model model, User user, Locale locale, String requestId) {
        this(tenant, model, user, locale, Origin.of(requestId));
    }

    /** Names the request in logs, audit and answers. */
    public String requestId() {
        return origin.request();
    }

    /** The tenant's schema, unquoted. */
    public String schema() {
        return tenant.schema();
    }
}
