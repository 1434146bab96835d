package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.PlainNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the fields of a DocType are called here: the same, but for names that the engine has itself or cannot have. */
final class FieldNames {

    private static final int LONGEST = 63;

    private static final List<String> RESERVED = List.of(
            "id",
            "external_id",
            "version",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "owner",
            "deleted_at",
            "name");

    private FieldNames() {}

    /** By foreign names. */
    static Map<String, String> of(DocType type) {
        Map<String, String> names = new LinkedHashMap<>();
        PlainNames given = new PlainNames(LONGEST);
        RESERVED.forEach(given::reserve);
        Optional<String> parent = type.treeParent();
        if (type.isTree()) {
            given.reserve("parent");
        }
        for (Doc field : type.data()) {
            String name = field.fieldname();
            if (parent.filter(name::equals).isPresent()) {
                names.put(name, "parent");
            } else {
                names.put(name, given.give(name));
            }
        }
        return names;
    }
}
