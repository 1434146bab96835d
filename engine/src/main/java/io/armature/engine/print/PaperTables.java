package io.armature.engine.print;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Sets tables that stand for no record. Safe for many threads. */
public final class PaperTables {

    private static final int NARROW = 6;

    private final PdfPress press;

    public PaperTables(PdfPress press) {
        this.press = press;
    }

    /** The table as PDF, in the direction in which its language is written. */
    public byte[] pdf(PaperTable table, Locale locale) {
        Document page = Paper.page(table.title(), table.head().size() > NARROW ? "A4 landscape" : "A4", locale);
        Element body = page.body();
        body.appendElement("h1").text(table.title());
        table.description()
                .ifPresent(text -> body.appendElement("p").addClass("long").text(text));
        Element grid = body.appendElement("table").addClass("rows");
        line(grid.appendElement("thead"), "th", table.head(), table.numbers());
        Element rows = grid.appendElement("tbody");
        table.rows().forEach(row -> line(rows, "td", row, table.numbers()));
        if (!table.foot().isEmpty()) {
            line(rows, "th", table.foot(), table.numbers());
        }
        return press.press(page);
    }

    private static void line(Element into, String name, List<String> cells, int numbers) {
        Element row = into.appendElement("tr");
        for (int at = 0; at < cells.size(); at++) {
            Element cell = row.appendElement(name).text(cells.get(at));
            if (at >= numbers) {
                cell.addClass("number");
            }
        }
    }
}
