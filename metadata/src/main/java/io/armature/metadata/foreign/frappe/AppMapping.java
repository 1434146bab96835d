package io.armature.metadata.foreign.frappe;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Application;
import io.armature.metadata.foreign.Draft;
import io.armature.metadata.foreign.ImportReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps one application, all of its parts. */
final class AppMapping {

    private static final Pattern NEEDED = Pattern.compile("\"([a-z][a-z0-9_]*)\\.[a-z][a-z0-9_]*");

    private final Site site;
    private final AppFolder app;
    private final RoleBook roles;
    private final Customisation customisation;
    private final ImportReport report;
    private final String pack;

    AppMapping(Site site, AppFolder app, RoleBook roles, Customisation customisation, ImportReport report) {
        this.site = site;
        this.app = app;
        this.roles = roles;
        this.customisation = customisation;
        this.report = report;
        this.pack = site.pack(app.name());
    }

    Application application() {
        AppContext context = new AppContext(site, app, roles, report);
        List<Draft> drafts = context.drafts();
        for (Site.Member member : site.members()) {
            if (member.type().app().equals(app.name())) {
                entity(member, drafts);
            }
        }
        new ExtensionMapping(context, customisation).map();
        DocMappings.map(context);
        drafts.addAll(roles.drafts());
        roles.tell(report);
        TranslationMapping.map(context);
        return new Application(
                pack, title(), "1.0.0", Licences.identify(app.license()), requires(drafts), drafts, context.files());
    }

    private void entity(Site.Member member, List<Draft> drafts) {
        String file = member.type().file();
        if (!member.type().isChild()) {
            PermissionMapping.grants(member, customisation.rules(app.name(), member.type()))
                    .forEach((role, grant) -> roles.grant(role, file, member.fullName(), grant));
        }
        drafts.addAll(new EntityMapping(site, member, role -> roles.role(role, file), report).drafts());
    }

    private String title() {
        String words = app.name().replace('_', ' ').replace('-', ' ').strip();
        return words.isEmpty() ? pack : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The packs whose things the definitions name. */
    private SequencedMap<String, String> requires(List<Draft> drafts) {
        TreeSet<String> needed = new TreeSet<>(roles.needs());
        TreeSet<String> packs = new TreeSet<>(List.of("core"));
        site.members().forEach(member -> packs.add(member.pack()));
        for (Draft draft : drafts) {
            if (draft.kind() != Kind.TRANSLATION) {
                Matcher names = NEEDED.matcher(draft.tree().toString());
                while (names.find()) {
                    needed.add(names.group(1));
                }
            }
        }
        needed.retainAll(packs);
        needed.remove(pack);
        SequencedMap<String, String> requires = new LinkedHashMap<>();
        needed.forEach(name -> requires.put(name, ">=1.0 <2"));
        return requires;
    }
}
