package io.armature.engine.schema

import groovy.json.JsonOutput
import groovy.transform.CompileStatic
import io.armature.metadata.model.Model
import io.armature.testing.Models

/** Models of one pack `crm` out of entities written as maps. */
@CompileStatic
final class Entities {
    private Entities() {}

    static Model model(Map<String, Map<String, Object>> entities) {
        Models.of('crm', entities.collectEntries { name, body ->
            ["entities/${name}.json" as String, JsonOutput.toJson(body)]
        } as Map<String, String>)
    }
}
