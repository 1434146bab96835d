package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.archive.PackArchive;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs the tests of packs on an engine of its own, which is thrown away afterwards. */
public interface PackTests {

    /**
     * How they went.
     *
     * @param passed whether everything was as expected
     * @param json all of it, for programs
     * @param sum one line for people
     */
    record Result(boolean passed, JsonNode json, String sum) {}

    /**
     * Runs the tests of these packs.
     *
     * @param packs each may be required by the others; shipped ones are found
     * @param chosen which tests, by name
     * @param lines what people are told as it goes on
     */
    Result run(List<PackArchive> packs, Predicate<String> chosen, Consumer<String> lines);
}
