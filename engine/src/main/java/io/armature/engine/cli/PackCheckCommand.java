package io.armature.engine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says everything that is wrong with packs. */
@Command(
        name = "check",
        description = "Checks packs, together with the shipped packs they require.",
        mixinStandardHelpOptions = true)
final class PackCheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of packs.")
    @SuppressWarnings("NullAway.Init") // required
    private List<Path> folders;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    @Override
    public Integer call() {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new Refusal("There is no folder " + folder + ".");
            }
        }
        List<Problem> problems = new PackCheck().check(folders);
        boolean sound = problems.stream().noneMatch(Problem::isError);
        String text = problems.isEmpty()
                ? "No problems."
                : problems.stream()
                        .map(problem -> ProblemPrinter.text(problem, folder(problem)))
                        .collect(Collectors.joining("\n"));
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("sound", sound);
        json.set("problems", ProblemPrinter.json(problems));
        output.result(json, text);
        return sound ? 0 : 1;
    }

    /** The pack whose file it is, as far as only one of them has such a file. */
    private String folder(Problem problem) {
        List<Path> owners = folders.size() == 1
                ? folders
                : folders.stream()
                        .filter(folder ->
                                Files.exists(folder.resolve(problem.position().file())))
                        .toList();
        return owners.size() == 1 ? owners.getFirst().toString() : "";
    }
}
