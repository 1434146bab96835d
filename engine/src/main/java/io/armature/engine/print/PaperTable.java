package io.armature.engine.print;

import java.util.List;
import java.util.Optional;

/**
 * A table to print that stands for no record: the numbers of a report.
 *
 * @param head titles of columns
 * @param numbers from which column on there are numbers, counted from 0
 * @param rows the words of each cell
 * @param foot words below the last row; empty for none
 */
public record PaperTable(
        String title,
        Optional<String> description,
        List<String> head,
        int numbers,
        List<List<String>> rows,
        List<String> foot) {

    public PaperTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        foot = List.copyOf(foot);
    }
}
