package io.armature.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the hooks of a pack may reach; shown and confirmed at install.
 *
 * @param http origins that may be called, such as {@code https://api.example.org}
 * @param mail whether they may send mail
 * @param files whether they may read and write the site's files
 * @param ai whether they may ask language models
 * @param sudo whether they may read and write records without the caller's rights
 */
public record PackGrants(List<String> http, boolean mail, boolean files, boolean ai, boolean sudo) {

    public PackGrants {
        http = List.copyOf(http);
    }

    /** Each thing they may reach, as people confirm it: {@code mail}, {@code http https://api.example.org}. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        http.forEach(origin -> names.add("http " + origin));
        Map<String, Boolean> flags = new TreeMap<>(Map.of("mail", mail, "files", files, "ai", ai, "sudo", sudo));
        flags.forEach((name, granted) -> {
            if (granted) {
                names.add(name);
            }
        });
        return List.copyOf(names);
    }
}
