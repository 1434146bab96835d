package io.armature.engine.pack.seed;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Cuts rows into rounds that are written at once, in the order in which they stand. A row begins a new round where it may mean a
 * row of the round at hand, by a link or as it has the same key: that one has to be there first.
 */
final class SeedRounds {

    /** More make statements long without making them faster. */
    private static final int MOST = 500;

    private final List<String> linking;
    private final List<List<SeedRow>> rounds = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private final Set<Map<String, Object>> keys = new HashSet<>();
    private List<SeedRow> round = new ArrayList<>();

    private SeedRounds(List<String> linking) {
        this.linking = linking;
    }

    static List<List<SeedRow>> of(Entity entity, List<SeedRow> rows) {
        SeedRounds cut = new SeedRounds(SeedOrder.linksToItself(entity));
        rows.forEach(cut::add);
        cut.end();
        return cut.rounds;
    }

    private void add(SeedRow row) {
        if (round.size() == MOST || keys.contains(row.key()) || mayMeanOneOfThese(row)) {
            end();
        }
        round.add(row);
        keys.add(row.key());
        if (!linking.isEmpty()) {
            texts(row.values()).forEach(said::add);
        }
    }

    /** Links name any key, so any value counts: a round cut in two for nothing costs little. */
    private boolean mayMeanOneOfThese(SeedRow row) {
        return linking.stream()
                .flatMap(field -> texts(row.values().path(field)))
                .anyMatch(said::contains);
    }

    private void end() {
        if (!round.isEmpty()) {
            rounds.add(round);
        }
        round = new ArrayList<>();
        said.clear();
        keys.clear();
    }

    private static Stream<String> texts(JsonNode value) {
        if (value.isContainerNode()) {
            return StreamSupport.stream(value.spliterator(), false).flatMap(SeedRounds::texts);
        }
        return value.isNull() || value.isMissingNode() ? Stream.empty() : Stream.of(value.asText());
    }
}
