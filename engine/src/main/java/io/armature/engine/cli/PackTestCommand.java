package io.armature.engine.cli;

import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the tests of packs. */
@Command(
        name = "test",
        description = "Runs the tests of packs, each test on a throw-away tenant of an engine of its own.",
        mixinStandardHelpOptions = true)
final class PackTestCommand implements Callable<Integer> {

    private final PackTests tests;
    private final PackFiles files = new PackFiles();

    @Parameters(arity = "1..*", paramLabel = "PACK", description = "Folders, archives or names of shipped packs.")
    @SuppressWarnings("NullAway.Init") // required
    private List<String> packs;

    @Option(names = "--only", paramLabel = "TEST", description = "A test's name; may be given several times.")
    private List<String> only = new ArrayList<>();

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    PackTestCommand(PackTests tests) {
        this.tests = tests;
    }

    @Override
    public Integer call() {
        List<PackArchive> archives = packs.stream().map(this::archive).toList();
        requireSound();
        PackTests.Result result = tests.run(archives, name -> only.isEmpty() || only.contains(name), output::progress);
        output.result(result.json(), result.sum());
        return result.passed() ? 0 : 1;
    }

    private PackArchive archive(String name) {
        return files.find(name)
                .or(() -> files.shipped(name))
                .orElseThrow(() -> new Refusal("There is no pack " + name + "."));
    }

    /** What does not even install is told as `check` tells it. */
    private void requireSound() {
        List<Path> folders =
                packs.stream().map(Path::of).filter(Files::isDirectory).toList();
        List<Problem> problems =
                new PackCheck().check(folders).stream().filter(Problem::isError).toList();
        if (!problems.isEmpty()) {
            String folder = folders.size() == 1 ? folders.getFirst().toString() : "";
            throw new Refusal(problems.stream()
                    .map(problem -> ProblemPrinter.text(problem, folder))
                    .collect(Collectors.joining("\n")));
        }
    }
}
