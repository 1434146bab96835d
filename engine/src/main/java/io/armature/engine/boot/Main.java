package io.armature.engine.boot;

import io.armature.engine.cli.ArmatureCommand;

/** The entry point of the launcher. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        LogForm.choose();
        System.exit(ArmatureCommand.execute(
                ArmatureCommand.commandLine(new EnginePackTests())
                        .addSubcommand(new RunCommand())
                        .addSubcommand(new WarmUpCommand()),
                arguments));
    }
}
