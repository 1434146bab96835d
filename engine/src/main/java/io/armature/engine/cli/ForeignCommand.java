package io.armature.engine.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that deal with another system, one below it for each. */
@Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "SYSTEM")
final class ForeignCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name the other system: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
