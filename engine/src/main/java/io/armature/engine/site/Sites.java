package io.armature.engine.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.ModelWatcher;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.FirstAdministrator;
import io.armature.engine.pack.PackOrders;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes, changes and ends tenants for an administrator of the main one, in whose trail all of it is noted. */
public final class Sites {

    /** How long a deleted tenant can be brought back when nobody says otherwise. */
    public static final Duration WAITING = Duration.ofDays(30);

    private static final String ENTITY = "sys.tenant";
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:\\d{1,5})?");

    private final Tenants tenants;
    private final ModelWatcher models;
    private final FirstAdministrator administrators;
    private final PackOrders packs;
    private final Audit audit;
    private final Clock clock;

    public Sites(
            Tenants tenants,
            ModelWatcher models,
            FirstAdministrator administrators,
            PackOrders packs,
            Audit audit,
            Clock clock) {
        this.tenants = tenants;
        this.models = models;
        this.administrators = administrators;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    public Collection<Tenant> all(RequestContext context) {
        requireMain(context);
        return tenants.all();
    }

    public Tenant require(RequestContext context, String name) {
        requireMain(context);
        return tenants.require(name);
    }

    /**
     * Makes a tenant with its packs and an administrator.
     *
     * @return the administrator's password, if it was made up
     */
    public Optional<String> create(RequestContext context, SiteOrder order) {
        requireMain(context);
        check(order.hosts(), order.origins());
        Tenant tenant = tenants.create(order.name(), order.hosts());
        if (!order.origins().isEmpty()) {
            tenant = tenants.change(tenant, order.hosts(), order.origins());
        }
        models.refresh();
        packs.install(tenant, order.packs(), false);
        Optional<String> made = administrators.ensure(tenant, order.administratorPassword());
        note(context, "create", tenant);
        return made;
    }

    /** Gives the tenant other hosts, or other sites that may call it. */
    public Tenant change(
            RequestContext context, String name, Optional<Set<String>> hosts, Optional<Set<String>> origins) {
        Tenant tenant = require(context, name);
        check(hosts.orElse(Set.of()), origins.orElse(Set.of()));
        Tenant changed = tenants.change(tenant, hosts.orElse(tenant.hosts()), origins.orElse(tenant.origins()));
        note(context, "update", changed);
        return changed;
    }

    public Tenant suspend(RequestContext context, String name) {
        Tenant changed = tenants.suspend(other(context, name));
        note(context, "suspend", changed);
        return changed;
    }

    /** Lets a tenant work again that was suspended, or deleted and not gone yet. */
    public Tenant resume(RequestContext context, String name) {
        Tenant changed = tenants.resume(other(context, name));
        models.refresh();
        note(context, "resume", changed);
        return changed;
    }

    /** Deletes a tenant; it goes for good after a while. */
    public Tenant delete(RequestContext context, String name, Duration waiting) {
        Tenant changed = tenants.delete(other(context, name), clock.instant().plus(waiting));
        note(context, "delete", changed);
        return changed;
    }

    private Tenant other(RequestContext context, String name) {
        Tenant tenant = require(context, name);
        if (tenant.isMain()) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.FORBIDDEN, "name", "stop the main tenant", "All others depend on it."));
        }
        return tenant;
    }

    private static void check(Set<String> hosts, Set<String> origins) {
        hosts.stream().filter(host -> !HOST.matcher(host).matches()).findFirst().ifPresent(host -> {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.INVALID_VALUE, "hosts", "a host name", "\"shop.example\""));
        });
        origins.stream()
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .findFirst()
                .ifPresent(origin -> {
                    throw new ProblemException(Problem.inValue(
                            ProblemCode.INVALID_VALUE, "origins", "an origin", "\"https://shop.example\""));
                });
    }

    private void note(RequestContext context, String what, Tenant tenant) {
        ObjectNode details = JsonNodeFactory.instance
                .objectNode()
                .put("tenant", tenant.name())
                .put("done", what)
                .put("state", tenant.state().word());
        tenant.hosts().stream().sorted().forEach(details.withArray("hosts")::add);
        tenant.origins().stream().sorted().forEach(details.withArray("origins")::add);
        tenant.endsAt().ifPresent(end -> details.put("endsAt", end.toString()));
        audit.note(
                context.tenant(),
                AuditEntry.of("tenant", ENTITY, context.origin())
                        .by(context.user().id())
                        .with(details.toString()));
    }

    static void requireMain(RequestContext context) {
        if (!context.user().isAdministrator()) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.FORBIDDEN, "", "change tenants", "Ask an administrator of the main tenant."));
        }
        if (!context.tenant().isMain()) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.FORBIDDEN, "", "change tenants from here", "Do it in the main tenant."));
        }
    }
}
