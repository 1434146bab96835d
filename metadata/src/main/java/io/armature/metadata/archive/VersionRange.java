package io.armature.metadata.archive;

import java.util.Comparator;
import java.util.Optional;
import org.semver4j.Semver;

/** Semantic versions and ranges such as {@code >=1.0 <2}, as npm reads them. */
public final class VersionRange {

    private VersionRange() {}

    /** Whether a version lies in a range; false when either is none. */
    public static boolean contains(String range, String version) {
        return Optional.ofNullable(Semver.parse(version))
                .map(parsed -> parsed.satisfies(range))
                .orElse(false);
    }

    public static boolean isVersion(String text) {
        return Semver.isValid(text);
    }

    /** The older version first; what is no version before all that are. */
    public static Comparator<String> order() {
        return Comparator.comparing(Semver::parse, Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
