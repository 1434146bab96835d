package io.armature.metadata.read;

import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.RoleDefinition;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/** {@code roles/*.yaml}. */
final class RoleParser implements DefinitionParser {

    private static final Set<String> CELLS = Set.of("transitions", "hidden", "readOnly", "mask");

    @Override
    public RoleDefinition parse(String name, Entries entries) {
        SequencedMap<String, RoleDefinition.Grant> grants = new LinkedHashMap<>();
        Entries parent = entries.inner("grants");
        entries.children("grants")
                .forEach((entity, grant) -> grants.put(entity, grant(grant, parent.originOf(entity))));
        return new RoleDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.texts("inherits"),
                grants,
                entries.texts("actions"),
                entries.texts("menus"),
                entries.texts("pages"),
                entries.map());
    }

    private static RoleDefinition.Grant grant(Entries grant, Origin origin) {
        return new RoleDefinition.Grant(
                grant.without(CELLS),
                grant.texts("transitions"),
                grant.texts("hidden"),
                grant.texts("readOnly"),
                grant.texts("mask"),
                origin);
    }
}
