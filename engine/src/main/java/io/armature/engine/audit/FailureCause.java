package io.armature.engine.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a failure comes down to: classes and lines, never messages, which may hold somebody's data.
 *
 * @param message what failed and where, in a line
 * @param cause the class of the innermost failure and the first lines of ours that it came through
 * @param trace the classes of all failures, and the lines they came through
 */
record FailureCause(String message, String cause, String trace) {

    private static final String OURS = "io.armature.";
    private static final int FRAMES_THAT_COUNT = 3;
    private static final int FRAMES_TOLD = 40;
    private static final int DEEPEST = 8;

    static FailureCause of(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = failure; next != null && chain.size() < DEEPEST; next = next.getCause()) {
            chain.add(next);
        }
        Throwable innermost = chain.getLast();
        List<String> ours = ours(innermost);
        if (ours.isEmpty()) {
            ours = chain.reversed().stream()
                    .map(FailureCause::ours)
                    .filter(frames -> !frames.isEmpty())
                    .findFirst()
                    .orElse(List.of("elsewhere"));
        }
        String name = innermost.getClass().getName();
        String trace = chain.stream().map(FailureCause::told).collect(Collectors.joining("\ncaused by "));
        return new FailureCause(
                innermost.getClass().getSimpleName() + " at " + ours.getFirst(),
                name + " at " + String.join(", ", ours),
                trace);
    }

    /** Equal for failures that are one. Lines count by their method, so that a new version does not make new causes. */
    String fingerprint() {
        byte[] text = cause.replaceAll(":\\d+", "").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(AuditRow.sha256().digest(text));
    }

    private static List<String> ours(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .limit(FRAMES_THAT_COUNT)
                .map(FailureCause::frame)
                .toList();
    }

    private static String told(Throwable failure) {
        return failure.getClass().getName()
                + Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES_TOLD)
                        .map(frame -> "\n    " + frame(frame))
                        .collect(Collectors.joining());
    }

    private static String frame(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }
}
