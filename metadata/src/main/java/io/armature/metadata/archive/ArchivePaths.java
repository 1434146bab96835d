package io.armature.metadata.archive;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Arrays;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Which entries an archive may have: plain files whose paths stay inside the pack. */
final class ArchivePaths {

    private static final int LONGEST = 240;
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");

    private ArchivePaths() {}

    /** @throws ProblemException when the entry is no plain file inside the pack */
    static void check(ZipArchiveEntry entry) {
        String path = entry.getName();
        if (!isInside(path) || entry.isDirectory() || entry.isUnixSymlink()) {
            throw new ProblemException(Problem.inValue(ProblemCode.PACK_UNSAFE_PATH, "", printable(path)));
        }
    }

    static boolean isInside(String path) {
        return path.length() <= LONGEST
                && path.indexOf('\\') < 0
                && path.indexOf(':') < 0
                && path.chars().noneMatch(Character::isISOControl)
                && Arrays.stream(path.split("/", -1)).noneMatch(NO_NAMES::contains);
    }

    private static String printable(String path) {
        String start = path.substring(0, Math.min(path.length(), LONGEST));
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
