package io.armature.metadata.foreign.frappe;

import io.armature.metadata.definition.FixedPaths;
import io.armature.metadata.foreign.Application;
import io.armature.metadata.foreign.ForeignSource;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.PlainNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applications for Frappe and ERPNext, as their repositories have them. */
public final class FrappeSource implements ForeignSource {

    /** Packs of ours, and what else no pack may be called: an application of that name gets one with a prefix. */
    private static final Set<String> TAKEN = Stream.concat(
                    FixedPaths.ALL.stream(), Stream.of("sys", "core", "crm", "lms"))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST = 40;

    @Override
    public String name() {
        return "frappe";
    }

    @Override
    public List<Application> read(Path folder, ImportReport report) throws IOException {
        List<AppFolder> apps = AppOrder.of(new AppFinder(folder, report).find());
        Map<String, String> packs = packs(apps);
        Customisation customisation = new Customisation(apps, report);
        WorkflowBook workflows = new WorkflowBook(apps);
        List<DocType> types = new ArrayList<>();
        for (AppFolder app : apps) {
            for (Doc doc : app.of("DocType")) {
                Doc whole = workflows.withState(app.name(), customisation.apply(app.name(), doc));
                types.add(DocType.of(whole, app.name()));
            }
        }
        Site site = new Site(types, packs, workflows);
        List<Application> applications = new ArrayList<>();
        List<RoleBook> roles = new ArrayList<>();
        for (AppFolder app : apps) {
            RoleBook book = new RoleBook(site.pack(app.name()), roles);
            applications.add(new AppMapping(site, app, book, customisation, report).application());
            roles.add(book);
        }
        return applications;
    }

    private static Map<String, String> packs(List<AppFolder> apps) {
        PlainNames names = new PlainNames(LONGEST);
        Map<String, String> packs = new HashMap<>();
        for (AppFolder app : apps) {
            String plain = PlainNames.of(app.name(), LONGEST);
            packs.computeIfAbsent(app.name(), any -> names.give(TAKEN.contains(plain) ? "frappe_" + plain : plain));
        }
        return packs;
    }
}
