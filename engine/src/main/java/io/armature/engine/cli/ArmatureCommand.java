package io.armature.engine.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root command: alone it prints help. */
@Command(
        name = "armature",
        description = "A metadata-driven application engine.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class ArmatureCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The command line with every command of this room; {@code boot} adds those that need a server. */
    public static CommandLine commandLine() {
        return new CommandLine(new ArmatureCommand());
    }
}
