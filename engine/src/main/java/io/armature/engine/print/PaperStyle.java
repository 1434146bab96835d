package io.armature.engine.print;

/** How sheets look that say nothing else of it. */
final class PaperStyle {

    private PaperStyle() {}

    /**
     * @param size as style sheets say it: {@code A4 landscape}, {@code 90mm 45mm}
     * @param fromRight whether one reads from the right
     */
    static String of(String size, boolean fromRight) {
        boolean small = size.contains("mm");
        String start = fromRight ? "right" : "left";
        String end = fromRight ? "left" : "right";
        return """
                @page { size: %s; margin: %s; %s }
                body { font-family: %s; font-size: 9.5pt; line-height: 1.4; color: #1d2d3e; margin: 0; direction: %s; text-align: %s; }
                h1 { font-size: 17pt; font-weight: bold; margin: 0 0 12pt; }
                h2 { font-size: 11pt; font-weight: bold; margin: 14pt 0 4pt; color: #354a5f; }
                table { border-collapse: collapse; width: 100%%; }
                thead { display: table-header-group; }
                tr { page-break-inside: avoid; }
                th, td { text-align: %s; vertical-align: top; padding: 3pt 0; padding-%s: 6pt; }
                .facts th { width: 32%%; font-weight: normal; color: #5b6b7b; }
                .rows th { font-weight: bold; border-bottom: 1pt solid #354a5f; }
                .rows td { border-bottom: 0.5pt solid #d5dadd; }
                .number { text-align: %s; white-space: nowrap; padding-%s: 0; padding-%s: 6pt; }
                .head { margin-bottom: 18pt; color: #5b6b7b; }
                .head .company { font-size: 11pt; font-weight: bold; color: #1d2d3e; }
                .long { white-space: pre-wrap; }
                div.label { font-size: 9pt; }
                div.label .name { font-size: 13pt; font-weight: bold; margin-bottom: 3pt; }
                """.formatted(
                        size,
                        small ? "4mm" : "18mm 16mm 20mm",
                        small
                                ? ""
                                : "@bottom-right { content: counter(page) \" / \" counter(pages);"
                                        + " font-size: 8pt; color: #5b6b7b; }",
                        PdfPress.FAMILIES,
                        fromRight ? "rtl" : "ltr",
                        start,
                        start,
                        end,
                        end,
                        end,
                        start);
    }
}
