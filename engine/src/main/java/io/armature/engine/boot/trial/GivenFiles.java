package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.script.TestScripts;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.definition.ScenarioDefinition;
import io.armature.metadata.definition.TestScriptDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a test that is a function says of what is given, read like the file of a scenario without steps. */
final class GivenFiles {

    private GivenFiles() {}

    /** @throws ProblemException when it makes no sense */
    static ScenarioDefinition read(
            PackReader reader, PackArchive pack, TestScriptDefinition file, TestScripts.Contents contents) {
        ObjectNode scenario = JsonNodeFactory.instance.objectNode().put("title", contents.title());
        scenario.set("given", contents.given());
        scenario.putArray("when")
                .addObject()
                .put("call", "GET /health")
                .putObject("then")
                .put("status", 200);
        Map<String, byte[]> files = new HashMap<>();
        pack.files().forEach((path, bytes) -> {
            if (path.startsWith("pack.")) {
                files.put(path, bytes);
            }
        });
        files.put("tests/" + file.name() + ".json", scenario.toString().getBytes(StandardCharsets.UTF_8));
        PackSource source = reader.read(files);
        List<Problem> errors = source.problems().stream()
                .filter(Problem::isError)
                .map(problem -> problem.at(file.origin().position(), problem.path()))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
        return source.definitions().stream()
                .filter(ScenarioDefinition.class::isInstance)
                .map(ScenarioDefinition.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
