package io.armature.engine.pack;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.definition.RoleDefinition.Grant;
import io.armature.metadata.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what roles grant in two models. */
final class PermissionChanges {

    private PermissionChanges() {}

    private record Right(String role, String entity) implements Comparable<Right> {
        @Override
        public int compareTo(Right other) {
            int byRole = role.compareTo(other.role);
            return byRole != 0 ? byRole : entity.compareTo(other.entity);
        }
    }

    static List<PermissionChange> between(Model before, Model after) {
        SortedMap<Right, String> old = rights(before);
        SortedMap<Right, String> now = rights(after);
        SortedSet<Right> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        List<PermissionChange> changes = new ArrayList<>();
        for (Right right : all) {
            String was = old.getOrDefault(right, "");
            String is = now.getOrDefault(right, "");
            if (!was.equals(is)) {
                changes.add(new PermissionChange(right.role(), right.entity(), was, is));
            }
        }
        return changes;
    }

    private static SortedMap<Right, String> rights(Model model) {
        SortedMap<Right, String> rights = new TreeMap<>();
        for (Map.Entry<String, Definition> entry : model.definitions(Kind.ROLE).entrySet()) {
            if (entry.getValue() instanceof RoleDefinition role) {
                role.grants().forEach((entity, grant) -> rights.put(new Right(entry.getKey(), entity), text(grant)));
            }
        }
        return rights;
    }

    private static String text(Grant grant) {
        List<String> parts = new ArrayList<>();
        grant.rights().forEach((verb, right) -> parts.add(verb + ": " + text(right)));
        list("transitions", grant.transitions(), parts);
        list("hidden", grant.hidden(), parts);
        list("readOnly", grant.readOnly(), parts);
        list("mask", grant.mask(), parts);
        return String.join(", ", parts);
    }

    private static void list(String name, List<String> items, List<String> parts) {
        if (!items.isEmpty()) {
            parts.add(name + ": " + items);
        }
    }

    private static String text(Node node) {
        return switch (node) {
            case Node.TextNode text -> text.value();
            case Node.FlagNode flag -> String.valueOf(flag.value());
            case Node.NumberNode number -> number.value().toPlainString();
            case Node.NullNode nothing -> "null";
            case Node.ListNode list ->
                list.items().stream().map(PermissionChanges::text).collect(Collectors.joining(", ", "[", "]"));
            case Node.MapNode map ->
                map.entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
