package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.PlainNames;
import io.armature.metadata.model.SystemFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the fields of a DocType are called here: the same, but for names that the engine has itself or cannot have. */
final class FieldNames {

    private static final int LONGEST = 63;

    private FieldNames() {}

    /** By foreign names. */
    static Map<String, String> of(DocType type) {
        Map<String, String> names = new LinkedHashMap<>();
        PlainNames given = new PlainNames(LONGEST);
        SystemFields.ALL.forEach(given::reserve);
        given.reserve("name");
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
