package io.armature.engine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.archive.ArchiveLimits;
import io.armature.metadata.archive.ArchiveReader;
import io.armature.metadata.archive.PackArchive;
import io.armature.metadata.archive.PackSignature;
import io.armature.metadata.read.PackReader;
import io.armature.metadata.read.PackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Holds an archive against its sums and its signature. */
@Command(
        name = "verify",
        description = "Says whether an archive is whole and unchanged, and who signed it.",
        mixinStandardHelpOptions = true)
final class PackVerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The archive.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Output output;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("There is no file " + file + ".");
        }
        PackArchive archive = new ArchiveReader(ArchiveLimits.USUAL).read(Files.readAllBytes(file));
        PackSource source = new PackReader().read(archive.files());
        Optional<String> signer = archive.signature().map(PackSignature::publicKey);
        String name = source.manifest().name() + " " + source.manifest().version();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("pack", source.manifest().name())
                .put("version", source.manifest().version())
                .put("digest", archive.digest());
        signer.ifPresent(key -> json.put("signedBy", key));
        output.result(
                json,
                name + " is whole and unchanged: " + archive.files().size() + " files, "
                        + signer.map(key -> "signed by " + key).orElse("not signed") + ", " + archive.digest());
        return 0;
    }
}
