package io.armature.metadata.foreign.frappe;

import java.util.Optional;

/**
 * What a DocType is here.
 *
 * @param pack the pack it lives in
 * @param entity its full name
 * @param key the path to the field that holds what Frappe calls the name, from its record; nothing where the name is made of
 *     random characters or by code
 */
record Target(String pack, String entity, Optional<String> key) {

    /** The path to the foreign name: the key, or the key in the foreign system. */
    String name() {
        return key.orElse("external_id");
    }
}
