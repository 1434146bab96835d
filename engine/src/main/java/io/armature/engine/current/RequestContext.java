package io.armature.engine.current;

import io.armature.engine.audit.Origin;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Context;
import io.armature.metadata.model.Model;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one request of a signed-in user is about. Controllers take it as an argument and hand it on; it is kept nowhere.
 *
 * @param model the tenant's model when the request came; it stays so to the end, whatever is installed meanwhile
 * @param locale the language of texts and problems
 * @param origin where the request comes from
 * @param facts finds fields of the user and his company that expressions name
 */
public record RequestContext(
        Tenant tenant, Model model, User user, Locale locale, Origin origin, Context.Lookup facts) {

    /** A request whose expressions name no further fields of the user. */
    public RequestContext(Tenant tenant, Model model, User user, Locale locale, Origin origin) {
        this(tenant, model, user, locale, origin, Context.Lookup.NOTHING);
    }

    /** Of work that no caller asked for. */
    public RequestContext(Tenant tenant, Model model, User user, Locale locale, String requestId) {
        this(tenant, model, user, locale, Origin.of(requestId));
    }

    /** The same request on another model. */
    public RequestContext on(Model other) {
        return new RequestContext(tenant, other, user, locale, origin, facts);
    }

    /** Names the request in logs, audit and answers. */
    public String requestId() {
        return origin.request();
    }

    /** The tenant's schema, unquoted. */
    public String schema() {
        return tenant.schema();
    }

    /** The moment and the user, for expressions: the same whether they read, write or decide. */
    public Context moment(Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put(Context.USER_ID, user.id());
        values.put(Context.USER_ROLES, List.copyOf(user.roles()));
        values.put(Context.USER_GROUPS, List.copyOf(user.groups()));
        values.put(Context.USER_TEAMS, List.copyOf(user.teams()));
        user.company().ifPresent(company -> values.put(Context.COMPANY, company));
        return new Context(now, user.zone(), values, facts);
    }
}
