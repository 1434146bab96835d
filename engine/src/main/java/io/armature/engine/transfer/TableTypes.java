package io.armature.engine.transfer;

/** The media types of tables, as IANA lists them. */
public final class TableTypes {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private TableTypes() {}
}
