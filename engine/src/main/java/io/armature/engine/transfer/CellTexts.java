package io.armature.engine.transfer;

import io.armature.engine.transfer.ImportMapping.DateOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days and numbers as people write them in tables. What is neither stays as it is, for its field to refuse. */
final class CellTexts {

    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?:[ T](\\d{1,2}:\\d{2}.*))?");
    private static final Pattern GROUPS = Pattern.compile("[\\s\\u00a0\\u202f'’]");

    private final ImportMapping mapping;

    CellTexts(ImportMapping mapping) {
        this.mapping = mapping;
    }

    /** A number with a point before its decimal places, and nothing between thousands. */
    String number(String cell) {
        if (!mapping.decimalComma()) {
            return cell.strip();
        }
        return GROUPS.matcher(cell.strip()).replaceAll("").replace(".", "").replace(',', '.');
    }

    /** A day as 2026-01-31. */
    String day(String cell) {
        Matcher found = DAY.matcher(cell.strip());
        return found.matches() && mapping.dates() != DateOrder.YEAR_FIRST ? day(found) : cell;
    }

    /** A moment as 2026-01-31T12:00; without a zone it counts as UTC. */
    String moment(String cell) {
        Matcher found = DAY.matcher(cell.strip());
        if (!found.matches() || mapping.dates() == DateOrder.YEAR_FIRST) {
            return cell;
        }
        String time = found.group(4) == null ? "00:00" : found.group(4).strip();
        String padded = time.indexOf(':') == 1 ? "0" + time : time;
        return day(found) + "T" + padded + (padded.matches("[0-9:.]+") ? "Z" : "");
    }

    private String day(Matcher found) {
        boolean dayFirst = mapping.dates() == DateOrder.DAY_FIRST;
        String day = found.group(dayFirst ? 1 : 2);
        String month = found.group(dayFirst ? 2 : 1);
        return found.group(3) + "-" + padded(month) + "-" + padded(day);
    }

    private static String padded(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
