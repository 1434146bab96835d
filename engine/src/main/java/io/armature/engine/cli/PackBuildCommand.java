package io.armature.engine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.archive.ArchiveWriter;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.archive.PackSignature.SigningKeys;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds an archive, after a check. */
@Command(
        name = "build",
        description = "Builds the archive of a pack: the same files, the same bytes.",
        mixinStandardHelpOptions = true)
final class PackBuildCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The pack's folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(names = "-o", paramLabel = "FILE", description = "The archive; else NAME-VERSION.pack here.")
    private @Nullable Path file;

    @Option(
            names = "--sign",
            paramLabel = "KEY",
            description = "A file with an Ed25519 key: two lines in Base64, PKCS#8 and X.509.")
    private @Nullable Path key;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    @Override
    public Integer call() throws IOException {
        requireSound();
        PackSource source = new PackReader().read(folder);
        byte[] archive = new ArchiveWriter().write(source.files(), keys());
        String name =
                PackArchive.fileName(source.manifest().name(), source.manifest().version());
        Path target = file == null ? Path.of(name) : file;
        Files.write(target, archive);
        String digest = PackArchive.of(source.files()).digest();
        output.result(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("file", target.toString())
                        .put("pack", source.manifest().name())
                        .put("version", source.manifest().version())
                        .put("digest", digest),
                target + ": " + source.files().size() + " files, " + archive.length + " bytes, " + digest);
        return 0;
    }

    private void requireSound() {
        List<Problem> errors = new PackCheck()
                .check(List.of(folder)).stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            String lines = errors.stream()
                    .map(problem -> ProblemPrinter.text(problem, folder.toString()))
                    .collect(Collectors.joining("\n"));
            throw new Refusal(
                    lines, JsonNodeFactory.instance.objectNode().set("problems", ProblemPrinter.json(errors)));
        }
    }

    private Optional<SigningKeys> keys() throws IOException {
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(SigningKeys.read(Files.readString(key)));
        } catch (IllegalArgumentException unusable) {
            throw new Refusal(key + ": " + unusable.getMessage());
        }
    }
}
