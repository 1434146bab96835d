package io.armature.metadata.check;

import io.armature.metadata.definition.JobDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.time.Duration;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The times of jobs are possible. */
final class Jobs implements Check {

    /** Nobody looks more often for what is due. */
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private static final int[][] RANGES = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
    private static final int DAY = 2;
    private static final int MONTH = 3;
    private static final int DAY_OF_WEEK = 4;
    private static final String NUMBERS = "[0-9]{1,2}(,[0-9]{1,2})*";
    private static final Pattern PART = Pattern.compile("(\\*|([0-9]{1,2})(-([0-9]{1,2}))?)(/([0-9]{1,2}))?");

    @Override
    public void check(Scene scene) {
        scene.each(JobDefinition.class, job -> {
            exclude(scene, job, "cron", "every");
            exclude(scene, job, "cron", "at");
            exclude(scene, job, "every", "at");
            at(scene, job);
            exclude(scene, job, "hook", "action");
            job.cron().ifPresent(cron -> cron(scene, job, cron));
            job.every().filter(every -> every.compareTo(OFTEN) < 0).ifPresent(every -> often(scene, job));
            job.timeZone().ifPresent(zone -> zone(scene, job, zone));
        });
    }

    private static void exclude(Scene scene, JobDefinition job, String first, String second) {
        if (job.source().get(first).isPresent() && job.source().get(second).isPresent()) {
            scene.add(Problem.error(
                    ProblemCode.EXCLUDE_EACH_OTHER, job.source().keyPosition(second), second, first, second));
        }
    }

    /** Its form was checked; the 31st of February has it, too. */
    private static void at(Scene scene, JobDefinition job) {
        Optional<Node> said = job.source().get("at");
        if (said.isPresent() && job.at().isEmpty()) {
            scene.add(Problem.error(
                    ProblemCode.NOT_A_TIME_PLAN,
                    Scene.at(job, "at"),
                    "at",
                    said.get() instanceof Node.TextNode text ? text.value() : "",
                    "1"));
        }
    }

    private static void cron(Scene scene, JobDefinition job, String cron) {
        String[] places = cron.strip().split("\\s+");
        for (int i = 0; i < places.length && i < RANGES.length; i++) {
            for (String part : places[i].split(",", -1)) {
                if (!fits(part, RANGES[i])) {
                    scene.add(Problem.error(
                            ProblemCode.NOT_A_TIME_PLAN, Scene.at(job, "cron"), "cron", part, Integer.toString(i + 1)));
                }
            }
        }
        never(places)
                .ifPresent(part -> scene.add(
                        Problem.error(ProblemCode.NOT_A_TIME_PLAN, Scene.at(job, "cron"), "cron", part, "3")));
    }

    /** The 30th of February has the form of a day. */
    private static Optional<String> never(String[] places) {
        boolean dated = places.length == RANGES.length
                && places[DAY].matches(NUMBERS)
                && places[MONTH].matches(NUMBERS)
                && "*".equals(places[DAY_OF_WEEK]);
        if (!dated) {
            return Optional.empty();
        }
        int longest = numbers(places[MONTH])
                .filter(month -> month >= 1 && month <= Month.values().length)
                .map(month -> Month.of(month).maxLength())
                .max()
                .orElse(RANGES[DAY][1]);
        return numbers(places[DAY]).allMatch(day -> day > longest) ? Optional.of(places[DAY]) : Optional.empty();
    }

    private static IntStream numbers(String place) {
        return Arrays.stream(place.split(",")).mapToInt(Integer::parseInt);
    }

    private static void often(Scene scene, JobDefinition job) {
        scene.add(Problem.error(
                ProblemCode.OUT_OF_LIMITS, Scene.at(job, "every"), "every", "≥ PT1S", "The time between two runs."));
    }

    private static boolean fits(String part, int[] range) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            return false;
        }
        return within(matcher.group(2), range) && within(matcher.group(4), range) && !"0".equals(matcher.group(6));
    }

    private static boolean within(@Nullable String number, int[] range) {
        return number == null || (Integer.parseInt(number) >= range[0] && Integer.parseInt(number) <= range[1]);
    }

    private static void zone(Scene scene, JobDefinition job, String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            scene.unknown("time zone", zone, ZoneId.getAvailableZoneIds(), Scene.at(job, "timeZone"), "timeZone");
        }
    }
}
