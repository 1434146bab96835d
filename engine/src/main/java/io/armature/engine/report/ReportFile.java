package io.armature.engine.report;

import java.util.Locale;

/** A kind of file that a report is exported to. Stateless. */
public interface ReportFile {

    /** As written in {@code format=}; also the ending of the file. */
    String name();

    String mediaType();

    byte[] of(ReportTable table, Locale locale);
}
