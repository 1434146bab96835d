package io.armature.engine.access;

import io.armature.engine.access.AccessPolicy.Holder;
import io.armature.engine.access.AccessPolicy.Key;
import io.armature.engine.access.Standing.Lent;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.expression.Context;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides what a caller may do. Nothing is allowed unless one of his roles grants it; administrators may do everything. */
public final class Access {
    /** Names the roles of a draft where those of a tenant have a digest. */
    private static final String DRAFT = "draft";

    private static final String ADVICE = "Ask an administrator for a role that may.";

    private final Standings standings;
    private final Clock clock;
    private final PolicyCache policies = new PolicyCache();

    /** Knows roles of packs alone. */
    public Access() {
        this(Standings.OF_PACKS, Clock.systemUTC());
    }

    private Access(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /** Knows what a tenant's administrators and users added, too. */
    public static Access of(StandingCache standings, Clock clock) {
        return new Access(standings, clock);
    }

    /** What the caller of a request may do. */
    public AccessPolicy policy(RequestContext context) {
        return policy(context, clock.instant());
    }

    /** What the caller may do by his own roles, without what was shared with him or lent to him: what he may pass on. */
    public AccessPolicy own(RequestContext context) {
        Standing standing = standings.of(context.tenant(), context.user());
        return policy(
                context.model(),
                context.user(),
                new Standing(standing.changes(), standing.roles(), List.of(), List.of()),
                clock.instant());
    }

    private AccessPolicy policy(RequestContext context, Instant now) {
        return policy(context.model(), context.user(), standings.of(context.tenant(), context.user()), now);
    }

    private AccessPolicy policy(Model model, User user, Standing standing, Instant now) {
        return policy(model, user, standing, now, policies);
    }

    private static AccessPolicy policy(Model model, User user, Standing standing, Instant now, PolicyCache policies) {
        RoleBook book = policies.book(model, standing.changes(), () -> RoleBook.of(model, standing.roles()));
        List<Holder> holders = new ArrayList<>();
        boolean everything = user.isAdministrator();
        holders.add(new Holder(book.ofUser(user.roles()), ""));
        List<Lent> lent = standing.lent().stream().filter(one -> one.isNow(now)).toList();
        for (int i = 0; i < lent.size(); i++) {
            holders.add(new Holder(book.closure(lent.get(i).roles()), prefix(i)));
            everything |= lent.get(i).roles().contains(User.ADMINISTRATOR);
        }
        Set<String> shares = new TreeSet<>();
        standing.shares().stream()
                .filter(share -> share.isNow(now))
                .forEach(share -> shares.add(share.share().of(share.entity())));
        Key key = new Key(
                model.digest(),
                standing.changes(),
                holders,
                shares,
                user.standing().scopes());
        boolean all = everything;
        return policies.policy(key, () -> new AccessPolicy(key, book, all, user.isAdministrator()));
    }

    private RoleBook book(Model model, String changes, Map<String, RoleDefinition> roles) {
        return policies.book(model, changes, () -> RoleBook.of(model, roles));
    }

    /** The roles of a tenant: those of its packs, and what its administrators changed. */
    RoleBook book(RequestContext context) {
        Standing standing = standings.of(context.tenant(), context.user());
        return book(context.model(), standing.changes(), standing.roles());
    }

    /** The roles whose holders have a role: it itself, and those that inherit it. */
    public Set<String> including(Tenant tenant, Model model, String role) {
        Standing standing = standings.of(tenant, User.SYSTEM);
        RoleBook book = book(model, standing.changes(), standing.roles());
        Set<String> found = new TreeSet<>(Set.of(role));
        book.definitions().keySet().stream()
                .filter(name -> book.closure(List.of(name)).contains(role))
                .forEach(found::add);
        return found;
    }

    /** The roles of people who are not signed in, as administrators have left them, by full name. */
    public Map<String, RoleDefinition> ofVisitors(Tenant tenant, Model model) {
        Standing standing = standings.of(tenant, User.SYSTEM);
        return book(model, standing.changes(), standing.roles()).ofVisitors();
    }

    /**
     * A role from its document.
     *
     * @throws io.armature.metadata.problem.ProblemException with everything that is wrong with it
     */
    public static RoleDefinition role(String name, byte[] document, Model model) {
        return RoleDocuments.checked(name, document, model);
    }

    /** What people may do were the roles of a draft in force; nothing is remembered of it but in what is given back. */
    public Function<RequestContext, AccessPolicy> draft(Map<String, RoleDefinition> draft) {
        PolicyCache drafted = new PolicyCache();
        return context -> {
            Standing standing = standings.of(context.tenant(), context.user());
            Map<String, RoleDefinition> roles = new HashMap<>(standing.roles());
            roles.putAll(draft);
            Standing changed = new Standing(DRAFT, roles, standing.shares(), standing.lent());
            return policy(context.model(), context.user(), changed, clock.instant(), drafted);
        };
    }

    /** Reads at once what counts for many users, who are then asked for one by one. */
    public void prepare(Tenant tenant, List<User> users) {
        standings.prepare(tenant, users);
    }

    private static String prefix(int delegator) {
        return "delegator." + delegator + ".";
    }

    /** The moment of a request, and all that conditions may say of its caller. */
    public Context moment(RequestContext context, Instant now) {
        Standing standing = standings.of(context.tenant(), context.user());
        Context own = context.moment(now);
        Map<String, Object> values = new HashMap<>(own.values());
        values.put(Context.USER_ROLES, List.copyOf(policy(context, now).roles()));
        List<Lent> lent = standing.lent().stream().filter(one -> one.isNow(now)).toList();
        for (int i = 0; i < lent.size(); i++) {
            lent(values, prefix(i), lent.get(i));
        }
        standing.shares().stream()
                .filter(share -> share.isNow(now))
                .forEach(share ->
                        values.merge(share.share().of(share.entity()), List.of(share.record()), Access::joined));
        return new Context(now, own.zone(), values, own.lookup());
    }

    private static void lent(Map<String, Object> values, String prefix, Lent lent) {
        values.put(prefix + Context.USER_ID, lent.delegator());
        values.put(prefix + Context.USER_TEAMS, List.copyOf(lent.teams()));
        values.put(prefix + Context.USER_GROUPS, List.copyOf(lent.groups()));
        values.put(prefix + Context.USER_ROLES, List.copyOf(lent.roles()));
        lent.company().ifPresent(company -> values.put(prefix + Context.COMPANY, company));
    }

    private static Object joined(Object some, Object more) {
        List<Object> all = new ArrayList<>((List<?>) some);
        all.addAll((List<?>) more);
        return all;
    }

    /** Those who have lent the caller their rights now. */
    public Set<UUID> delegators(RequestContext context, Instant now) {
        return standings.of(context.tenant(), context.user()).lent().stream()
                .filter(lent -> lent.isNow(now))
                .map(Lent::delegator)
                .collect(Collectors.toSet());
    }

    /** @throws ProblemException when the caller may do it with no record of the entity */
    public void require(RequestContext context, String verb, Entity entity) {
        if (policy(context).may(verb, entity.fullName()).isNone()) {
            throw forbidden(verb + " " + entity.fullName());
        }
    }

    /** @throws ProblemException when the caller may read no record of the entity */
    public void requireRead(RequestContext context, Entity entity) {
        require(context, Verb.READ, entity);
    }

    /** @throws ProblemException when the caller is no administrator; {@code what} completes "You may not …" */
    public void requireAdministrator(RequestContext context, String what) {
        if (!context.user().isAdministrator()
                || !context.user().standing().scopes().areAll()) {
            throw forbidden(what);
        }
    }

    /** The refusal of what nobody may know more of; {@code what} completes "You may not …". */
    public static ProblemException forbidden(String what) {
        return new ProblemException(Problem.inValue(ProblemCode.FORBIDDEN, "", what, ADVICE));
    }
}
