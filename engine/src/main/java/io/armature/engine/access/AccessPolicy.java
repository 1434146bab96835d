package io.armature.engine.access;

import io.armature.engine.identity.Scopes;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What somebody may do who holds certain roles. Who he is stays open: the conditions speak of him by names that are bound
 * when they are asked, so that all who hold the same roles share one policy and its statements. Two policies with the same
 * key are equal. Safe for many threads.
 */
public final class AccessPolicy implements ReadAccess {
    private static final Set<String> READING = Set.of(Verb.READ, Verb.EXPORT, Verb.PRINT, Verb.REPORT);

    private final Key key;
    private final RoleBook book;
    private final boolean everything;
    private final boolean administrator;
    private final Map<String, EntityAccess> entities = new ConcurrentHashMap<>();
    private final AtomicReference<Model> visible = new AtomicReference<>();

    /**
     * What tells policies apart.
     *
     * @param model the digest of the model
     * @param book names the roles that administrators changed; empty for none
     * @param holders the caller first, then those who delegated their rights to him
     * @param shares entities and verbs of which records were shared with him: {@code read crm.customer}
     * @param scopes how far the credential reaches
     */
    record Key(String model, String book, List<Holder> holders, Set<String> shares, Scopes scopes) {
        Key {
            holders = List.copyOf(holders);
            shares = Set.copyOf(shares);
        }

        /** The caller by himself. */
        Key own() {
            return new Key(model, book, List.of(holders.getFirst()), Set.of(), scopes);
        }
    }

    /**
     * Somebody whose rights count.
     *
     * @param roles with all that they inherit
     * @param prefix before the names of his values among those of the moment; empty for the caller
     */
    record Holder(Set<String> roles, String prefix) {
        Holder {
            roles = Set.copyOf(roles);
        }

        String name(String value) {
            return prefix + value;
        }
    }

    /**
     * @param everything whether the caller, or somebody who has lent him his rights, is an administrator
     * @param administrator whether it is he himself
     */
    AccessPolicy(Key key, RoleBook book, boolean everything, boolean administrator) {
        this.key = key;
        this.book = book;
        this.everything = everything;
        this.administrator = administrator;
    }

    /** Whether nothing is forbidden. */
    public boolean isEverything() {
        return everything && key.scopes().areAll();
    }

    /** Full names of the caller's own roles, inherited ones too. */
    public Set<String> roles() {
        return key.holders().getFirst().roles();
    }

    Set<String> rolesOfAll() {
        Set<String> all = new TreeSet<>();
        key.holders().forEach(holder -> all.addAll(holder.roles()));
        return all;
    }

    Model model() {
        return book.model();
    }

    RoleBook book() {
        return book;
    }

    /** On which of an entity's records the caller may do something. */
    public Rule may(String verb, String entity) {
        if (!within(key.scopes(), verb, entity) || !key.scopes().areAll() && lasts(verb, entity)) {
            return Rule.NONE;
        }
        return allows(verb, entity) ? Rule.ALL : of(entity).may(verb);
    }

    /** Whether it is the caller himself to whom nothing is forbidden, so that he may make what lasts. */
    public boolean administers() {
        return administrator && key.scopes().areAll();
    }

    /** Whether nothing more need be asked. */
    private boolean allows(String verb, String entity) {
        return everything && (administrator || !verb.equals(Verb.SHARE) && !lasts(verb, entity));
    }

    private boolean lasts(String verb, String entity) {
        return model().entity(entity).filter(kind -> Lasting.is(verb, kind)).isPresent();
    }

    /** Whether the credential was made for this. */
    private boolean within(Scopes scopes, String verb, String entity) {
        return READING.contains(verb) ? scopes.allowRead(entity) : scopes.allowWrite(entity);
    }

    /** The part of the model that the caller may know of. */
    public Model visible() {
        Model known = visible.get();
        if (known == null) {
            known = VisibleModel.of(this);
            visible.set(known);
        }
        return known;
    }

    @Override
    public Rule rows(String entity) {
        return may(Verb.READ, entity);
    }

    @Override
    public Rule lines(String parent, String child) {
        boolean owned = book.lines().parents(child).stream()
                .anyMatch(owner -> owner.entity().equals(parent));
        return everything ? Rule.ALL : owned ? of(child).inside(of(parent)) : rows(child);
    }

    /** On which of a parent's lines, written with it, the caller may do something beyond what its own rights say. */
    public Rule within(String verb, String child) {
        return everything ? Rule.ALL : of(child).within(verb);
    }

    @Override
    public FieldAccess field(Entity entity, String name) {
        return everything ? FieldAccess.OPEN : of(entity.fullName()).field(name);
    }

    @Override
    public FieldAccess said(Entity entity, String name) {
        return everything ? FieldAccess.OPEN : of(entity.fullName()).said(name);
    }

    /** On which records the caller may set a field, when he creates or changes them. */
    public Rule writable(String verb, String entity, String field) {
        boolean lasting = !administers()
                && model().entity(entity)
                        .filter(kind -> Lasting.is(kind, field))
                        .isPresent();
        return !lasting && allows(verb, entity) ? Rule.ALL : of(entity).writable(verb, field);
    }

    /** On which records the caller may take a step of their workflow. */
    public Rule transition(String entity, String transition) {
        if (!key.scopes().allowWrite(entity)) {
            return Rule.NONE;
        }
        return everything ? Rule.ALL : of(entity).transition(transition);
    }

    /** Everything that adds to what the caller may do with an entity: all that counts for a verb. */
    public List<GrantView> grants(String verb, String entity) {
        return of(entity).grants(verb).stream().map(GrantView::of).toList();
    }

    /** Roles that allow something with some records of an entity, whether or not the caller holds them. */
    public List<String> rolesThatMay(String verb, String entity) {
        return book.definitions().keySet().stream()
                .filter(role -> book.grant(role, entity)
                        .filter(grant -> !grant.right(verb).isNone())
                        .isPresent())
                .toList();
    }

    /** The roles whose holders have a role: it itself, and those that inherit it. */
    public Set<String> rolesWith(String role) {
        Set<String> roles = new TreeSet<>(Set.of(role));
        book.definitions().keySet().stream()
                .filter(name -> book.closure(List.of(name)).contains(role))
                .forEach(roles::add);
        return roles;
    }

    /** Roles whose own grants name a transition of an entity, and those that inherit them. */
    public Set<String> rolesThatTake(String entity, String transition) {
        Set<String> roles = new TreeSet<>();
        book.definitions().keySet().stream()
                .filter(role -> book.grant(role, entity)
                        .filter(grant -> grant.transitions().contains(transition))
                        .isPresent())
                .forEach(role -> roles.addAll(rolesWith(role)));
        return roles;
    }

    /** Whether the caller may call a custom endpoint of a pack. */
    public boolean mayCall(String pack, String action) {
        return key.scopes().allowWrite(pack + ".actions") && named("actions", pack + "." + action, pack + ".*");
    }

    /**
     * The roles that name an action, a page or a menu.
     *
     * @param what {@code actions}, {@code pages} or {@code menus}
     * @param held whether only those count that the caller has, or that were lent to him
     */
    public List<String> rolesNaming(String what, String fullName, boolean held) {
        String whole = fullName.substring(0, fullName.indexOf('.') + 1) + "*";
        return (held ? rolesOfAll() : book.definitions().keySet())
                .stream()
                        .filter(role -> RoleNames.of(book.definitions().get(role), what).stream()
                                .anyMatch(
                                        name -> name.equals(fullName) || what.equals("actions") && name.equals(whole)))
                        .sorted()
                        .toList();
    }

    public boolean seesMenu(String fullName) {
        return named("menus", fullName, fullName);
    }

    public boolean opensPage(String fullName) {
        return named("pages", fullName, fullName);
    }

    /** Whether the caller has one of some roles. */
    public boolean hasAny(Iterable<String> names) {
        Set<String> held = rolesOfAll();
        for (String name : names) {
            if (held.contains(name)) {
                return true;
            }
        }
        return everything;
    }

    private boolean named(String what, String one, String all) {
        return everything
                || rolesOfAll().stream()
                        .flatMap(role -> RoleNames.of(book.definitions().get(role), what).stream())
                        .anyMatch(name -> name.equals(one) || name.equals(all));
    }

    /** Not by computing in the map: what is asked of one entity asks others. */
    EntityAccess of(String entity) {
        EntityAccess known = entities.get(entity);
        if (known == null) {
            known = new EntityAccess(
                    this,
                    model().require(entity),
                    Contributions.of(book, key, entity),
                    Contributions.of(book, key.own(), entity));
            entities.put(entity, known);
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessPolicy policy
                && administers() == policy.administers()
                && everything == policy.everything
                && (administers() ? key.model().equals(policy.key.model()) : key.equals(policy.key));
    }

    @Override
    public int hashCode() {
        return administers() ? key.model().hashCode() : key.hashCode();
    }

    @Override
    public String toString() {
        return everything ? "everything" : key.toString();
    }
}
