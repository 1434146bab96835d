package io.armature.metadata.read;

import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a file. */
final class FileText {

    private FileText() {}

    /** The text, unless the file is too large or not UTF-8. A byte order mark is left out. */
    static Optional<String> decode(String file, byte[] bytes, Problems problems) {
        if (bytes.length > Limits.BYTES) {
            problems.add(Problem.error(
                    ProblemCode.FILE_TOO_LARGE, new Position(file, 0, 0), "", Integer.toString(Limits.BYTES)));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            problems.add(Problem.error(ProblemCode.NOT_TEXT, new Position(file, 0, 0), ""));
            return Optional.empty();
        }
    }
}
