package io.armature.engine.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about packs. */
@Command(
        name = "pack",
        description = "Makes, checks and builds packs; installs them on a server.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PackNewCommand.class,
            PackCheckCommand.class,
            PackTypesCommand.class,
            PackReplayCommand.class,
            PackBuildCommand.class,
            PackVerifyCommand.class,
            PackListCommand.class
        })
final class PackCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with packs.");
    }
}
