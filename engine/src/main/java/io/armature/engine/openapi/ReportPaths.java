package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes reports and dashboards. */
final class ReportPaths {

    private static final String REPORTS = "Reports";
    private static final String DASHBOARDS = "Dashboards";

    private ReportPaths() {}

    static void add(ObjectNode paths) {
        get(paths, REPORTS, "/api/reports", "listReports", "The reports that one sees");
        get(paths, REPORTS, "/api/reports/{pack}/{name}", "readReport", "What a report is");
        ObjectNode data = get(paths, REPORTS, "/api/reports/{pack}/{name}/data", "readReportData", "Its numbers");
        FixedOperation.parameter(data, "filter", "query").set("schema", Schemas.text(""));
        ObjectNode export = get(
                paths,
                REPORTS,
                "/api/reports/{pack}/{name}/export",
                "exportReport",
                "Its numbers as a file: csv, xlsx, pdf");
        FixedOperation.parameter(export, "format", "query").set("schema", Schemas.text(""));
        FixedOperation.parameter(export, "filter", "query").set("schema", Schemas.text(""));
        get(paths, DASHBOARDS, "/api/dashboards", "listDashboards", "The dashboards that one sees");
        get(paths, DASHBOARDS, "/api/dashboards/{pack}/{name}", "readDashboard", "A dashboard with its cards");
    }

    private static ObjectNode get(ObjectNode paths, String tag, String path, String id, String summary) {
        ObjectNode operation = FixedOperation.beginNamed(paths, path, "get", id, summary, tag);
        FixedOperation.end(operation, summary);
        return operation;
    }
}
