package io.armature.engine.access;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** All roles of a model, compiled: what the packs say, and what administrators changed of it. Safe for many threads. */
final class RoleBook {
    /** What belongs to records follows their rights: no role gives it, so that none can give it past them. */
    private static final Set<String> OF_RECORDS = Set.of("sys.comment", "sys.file");

    /** What everybody has who is signed in, whatever else he was given. */
    private static final String EVERYBODY = "sys.everybody";

    private static final String VISITORS = "visitors";

    private final Model model;
    private final SequencedMap<String, RoleDefinition> definitions;
    private final Map<String, Map<String, GrantRules>> own = new HashMap<>();
    private final Map<String, Map<String, GrantRules>> compiled = new HashMap<>();
    private final LineGrants lines;

    private RoleBook(Model model, SequencedMap<String, RoleDefinition> definitions) {
        this.model = model;
        this.definitions = Collections.unmodifiableSequencedMap(definitions);
        definitions.forEach((name, role) -> own.put(name, own(name, role)));
        lines = new LineGrants(model, own, this::closure);
        definitions.keySet().forEach(name -> compiled.put(name, lines.of(name)));
    }

    /** @param changed roles that stand in the place of the packs' own, or beside them, by full name */
    static RoleBook of(Model model, Map<String, RoleDefinition> changed) {
        SequencedMap<String, RoleDefinition> roles = new LinkedHashMap<>();
        for (Map.Entry<String, Definition> entry : model.definitions(Kind.ROLE).entrySet()) {
            if (entry.getValue() instanceof RoleDefinition role) {
                roles.put(entry.getKey(), role);
            }
        }
        roles.putAll(changed);
        return new RoleBook(model, roles);
    }

    Model model() {
        return model;
    }

    SequencedMap<String, RoleDefinition> definitions() {
        return definitions;
    }

    /** The roles that a user has who is given these: with all that they inherit, and those of everybody who is signed in. */
    SequencedSet<String> ofUser(Collection<String> given) {
        Set<String> all = new LinkedHashSet<>(given);
        if (given.stream().noneMatch(this::isForVisitors)) {
            all.add(EVERYBODY);
        }
        return closure(all);
    }

    private boolean isForVisitors(String role) {
        return Optional.ofNullable(definitions.get(role))
                .flatMap(definition -> definition.source().get(VISITORS))
                .filter(node -> node instanceof Node.FlagNode flag && flag.value())
                .isPresent();
    }

    /** The roles of people who are not signed in. */
    Map<String, RoleDefinition> ofVisitors() {
        Map<String, RoleDefinition> roles = new LinkedHashMap<>(definitions);
        roles.keySet().removeIf(role -> !isForVisitors(role));
        return roles;
    }

    /** The roles that somebody has who is given these: with all that they inherit. */
    SequencedSet<String> closure(Collection<String> given) {
        SequencedSet<String> all = new LinkedHashSet<>(given);
        Deque<String> open = new ArrayDeque<>(given);
        while (!open.isEmpty()) {
            RoleDefinition role = definitions.get(open.pop());
            if (role != null) {
                for (String name : role.inherits()) {
                    String parent = qualify(name, role.origin().pack());
                    if (all.add(parent)) {
                        open.push(parent);
                    }
                }
            }
        }
        return all;
    }

    LineGrants lines() {
        return lines;
    }

    /** What a role itself says of an entity, its inherited roles not counted. */
    Optional<GrantRules> grant(String role, String entity) {
        return Optional.ofNullable(compiled.getOrDefault(role, Map.of()).get(entity));
    }

    /** Fields of an entity that at least one role hides, or shows a part of. */
    Set<String> delicate(String entity) {
        return own.values().stream()
                .flatMap(grants -> Optional.ofNullable(grants.get(entity)).stream())
                .flatMap(grant -> java.util.stream.Stream.concat(grant.hidden().stream(), grant.masked().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, GrantRules> own(String name, RoleDefinition role) {
        Map<String, GrantRules> grants = new LinkedHashMap<>();
        role.grants()
                .forEach((written, grant) -> model.entity(
                                qualify(written, role.origin().pack()))
                        .filter(entity -> !OF_RECORDS.contains(entity.fullName()))
                        .ifPresent(entity -> grants.put(entity.fullName(), grant(name, entity, grant))));
        return grants;
    }

    private GrantRules grant(String role, Entity entity, RoleDefinition.Grant grant) {
        Map<String, Rule> rights = new LinkedHashMap<>();
        grant.rights().forEach((verb, node) -> rights.put(verb, rule(entity, node)));
        return new GrantRules(
                role,
                rights,
                rights,
                Set.copyOf(grant.transitions()),
                names(entity, grant.hidden()),
                names(entity, grant.readOnly()),
                names(entity, grant.mask()));
    }

    /** What cannot be understood allows nothing. */
    private Rule rule(Entity entity, Node node) {
        return switch (node) {
            case Node.FlagNode flag -> flag.value() ? Rule.ALL : Rule.NONE;
            case Node.TextNode text ->
                new ExpressionCompiler()
                        .compile(text.value(), entity.fullName(), model, Optional.of(Scalar.BOOLEAN))
                        .result()
                        .map(Rule::of)
                        .orElse(Rule.NONE);
            case Node.MapNode _, Node.ListNode _, Node.NumberNode _, Node.NullNode _ -> Rule.NONE;
        };
    }

    /** Fields by the names they have now: a role may still know them by a former one. */
    private Set<String> names(Entity entity, List<String> written) {
        return written.stream()
                .map(name ->
                        model.member(entity.fullName(), name).map(Member::name).orElse(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String qualify(String name, String pack) {
        return Origin.fullName(name, pack);
    }
}
