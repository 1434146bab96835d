package io.armature.bench.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What processes use of the machine. */
public final class Usage {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int KILOBYTES_PER_MEGABYTE = 1024;

    private Usage() {}

    /** Processor time of a process and its living children so far. */
    public static Duration processor(long process) {
        return ProcessHandle.of(process).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Resident megabytes of a process, where the system has a /proc that tells. */
    public static OptionalInt residentMegabytes(long process) {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
            return resident.find()
                    ? OptionalInt.of(Integer.parseInt(resident.group(1)) / KILOBYTES_PER_MEGABYTE)
                    : OptionalInt.empty();
        } catch (IOException elsewhere) {
            return OptionalInt.empty();
        }
    }
}
