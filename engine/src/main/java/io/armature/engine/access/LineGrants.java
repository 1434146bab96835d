package io.armature.engine.access;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets lines follow their parents: a role that may read orders may read their lines, one that may change an order may
 * change its lines. A grant on the lines themselves narrows that; only where the role says nothing of the parents, it
 * stands by itself.
 */
final class LineGrants {
    private final Map<String, Map<String, GrantRules>> own;
    private final Function<Collection<String>, ? extends Collection<String>> closure;
    private final Map<String, List<Parent>> parents = new HashMap<>();

    private final Map<String, Set<String>> kinds = new HashMap<>();

    /** An entity whose records own lines, and the lines' link to them. */
    record Parent(String entity, String by) {}

    LineGrants(
            Model model,
            Map<String, Map<String, GrantRules>> own,
            Function<Collection<String>, ? extends Collection<String>> closure) {
        this.own = own;
        this.closure = closure;
        for (Entity entity : model.entities().values()) {
            entity.lineage()
                    .forEach(level -> kinds.computeIfAbsent(level, any -> new LinkedHashSet<>())
                            .add(entity.fullName()));
            for (Field field : entity.ownFields()) {
                if (field.relation().orElse(null) instanceof Relation.Lines lines) {
                    parents.computeIfAbsent(lines.target(), any -> new ArrayList<>())
                            .add(new Parent(entity.fullName(), lines.by()));
                }
            }
        }
    }

    /** The entities whose records own an entity's records as lines. */
    List<Parent> parents(String entity) {
        return parents.getOrDefault(entity, List.of());
    }

    /** The grants of a role, those on lines completed. */
    Map<String, GrantRules> of(String role) {
        Map<String, GrantRules> all = new LinkedHashMap<>(own.getOrDefault(role, Map.of()));
        parents.keySet().forEach(child -> completed(role, child, Set.of()).ifPresent(grant -> all.put(child, grant)));
        return all;
    }

    private Optional<GrantRules> completed(String role, String entity, Set<String> open) {
        Optional<GrantRules> said =
                Optional.ofNullable(own.getOrDefault(role, Map.of()).get(entity));
        List<Parent> owners = parents.getOrDefault(entity, List.of());
        if (owners.isEmpty() || open.contains(entity)) {
            return said;
        }
        Set<String> seen = new LinkedHashSet<>(open);
        seen.add(entity);
        Collection<String> sayers = said.isPresent() ? closure.apply(List.of(role)) : List.of(role);
        List<Followed> followed = new ArrayList<>();
        for (Parent parent : owners) {
            for (String sayer : sayers) {
                completed(sayer, parent.entity(), seen)
                        .ifPresent(grant -> followed.add(new Followed(parent, sayer, grant)));
            }
        }
        return followed.isEmpty()
                ? said
                : Optional.of(narrowed(role, entity, said, new Around(owners, sayers, followed)));
    }

    /** What the roles that count say of the parents. */
    private record Around(List<Parent> parents, Collection<String> sayers, List<Followed> followed) {}

    /** What one of the roles says of a parent, completed by what it says of the parent's own parents. */
    private record Followed(Parent parent, String sayer, GrantRules grant) {}

    /** Where the parents are granted as what else they are, such as a party as a customer, the lines' own grant stands. */
    private Rule around(String entity, String verb, Around around, boolean said) {
        String above = Verb.ofParent(verb);
        Rule rule = Rule.any(around.followed().stream()
                .map(one ->
                        one.grant().right(above).through(entity, one.parent().by()))
                .toList());
        return rule.isNone() && said && silent(above, around) && otherwise(above, around) ? Rule.ALL : rule;
    }

    /** Whether nothing is said of the parents themselves; what was said, and their own parents narrow to nothing, is said. */
    private boolean silent(String verb, Around around) {
        return around.followed().stream()
                .map(one -> Optional.ofNullable(
                        own.getOrDefault(one.sayer(), Map.of()).get(one.parent().entity())))
                .allMatch(grant -> grant.isPresent() && grant.get().right(verb).isNone());
    }

    private boolean otherwise(String verb, Around around) {
        return around.parents().stream()
                .flatMap(parent -> kinds.getOrDefault(parent.entity(), Set.of()).stream())
                .anyMatch(kind -> around.sayers().stream()
                        .map(role -> own.getOrDefault(role, Map.of()).get(kind))
                        .anyMatch(grant -> grant != null && !grant.right(verb).isNone()));
    }

    private GrantRules narrowed(String role, String entity, Optional<GrantRules> said, Around around) {
        Map<String, Rule> rights = new LinkedHashMap<>();
        Map<String, Rule> inside = new LinkedHashMap<>();
        for (String verb : Verb.ALL) {
            Rule within = said.map(grant -> grant.right(verb)).orElse(Rule.ALL);
            rights.put(verb, within.and(around(entity, verb, around, said.isPresent())));
            inside.put(verb, within);
        }
        return new GrantRules(
                role,
                rights,
                inside,
                said.map(GrantRules::transitions).orElse(Set.of()),
                said.map(GrantRules::hidden).orElse(Set.of()),
                said.map(GrantRules::readOnly).orElse(Set.of()),
                said.map(GrantRules::masked).orElse(Set.of()));
    }
}
