package io.armature.engine.print;

/** How sheets look that say nothing else of it. */
final class PaperStyle {

    private PaperStyle() {}

    /** @param size as style sheets say it: {@code A4 landscape}, {@code 90mm 45mm} */
    static String of(String size) {
        boolean small = size.contains("mm");
        return """
                @page { size: %s; margin: %s; %s }
                body { font-family: Helvetica, "%s", sans-serif; font-size: 9.5pt; line-height: 1.4; color: #1d2d3e; margin: 0; }
                h1 { font-size: 17pt; font-weight: bold; margin: 0 0 12pt; }
                h2 { font-size: 11pt; font-weight: bold; margin: 14pt 0 4pt; color: #354a5f; }
                table { border-collapse: collapse; width: 100%%; }
                thead { display: table-header-group; }
                tr { page-break-inside: avoid; }
                th, td { text-align: left; vertical-align: top; padding: 3pt 6pt 3pt 0; }
                .facts th { width: 32%%; font-weight: normal; color: #5b6b7b; }
                .rows th { font-weight: bold; border-bottom: 1pt solid #354a5f; }
                .rows td { border-bottom: 0.5pt solid #d5dadd; }
                .number { text-align: right; white-space: nowrap; padding-right: 0; padding-left: 6pt; }
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
                        PdfPress.WIDE_FONT);
    }
}
