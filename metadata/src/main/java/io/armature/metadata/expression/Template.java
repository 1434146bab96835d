package io.armature.metadata.expression;

import io.armature.metadata.expression.SqlFragment.Bind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with places for arguments: {@code {0}}, {@code {1}}…, and {@code {zone}} for the time zone's name. An argument
 * that stands at several places and is more than a column or a bind is computed once, in a subquery.
 */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d|zone)}");
    private static final Pattern ATOM = Pattern.compile("\"[^\"]+\"\\.\"[^\"]+\"|\\?::[a-z ]+(\\[])?|true|false");
    private static final SqlFragment ZONE = SqlFragment.of("?::text", new Bind.Context(Context.ZONE, "text"));

    SqlFragment with(List<SqlFragment> arguments) {
        if (repeatsWork(arguments)) {
            return once(arguments);
        }
        var filled = new SqlText();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            filled.add(text.substring(end, place.start()));
            String name = place.group(1);
            filled.add(name.equals("zone") ? ZONE : arguments.get(Integer.parseInt(name)));
            end = place.end();
        }
        return filled.add(text.substring(end)).fragment();
    }

    /** Whether it is no more than a column or a bind, which may stand at several places. */
    static boolean isPlain(SqlFragment argument) {
        return ATOM.matcher(argument.text()).matches();
    }

    private boolean repeatsWork(List<SqlFragment> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String place = "{" + i + "}";
            boolean repeated = text.indexOf(place) != text.lastIndexOf(place);
            if (repeated && !isPlain(arguments.get(i))) {
                return true;
            }
        }
        return false;
    }

    private SqlFragment once(List<SqlFragment> arguments) {
        var values = new ArrayList<SqlFragment>();
        var computed = new SqlText();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(SqlFragment.of("\"x\".\"v" + i + "\""));
            computed.add(i == 0 ? "" : ", ").add(arguments.get(i)).add(" as \"v" + i + "\"");
        }
        // The offset keeps the planner from pulling the work back to each place.
        return new SqlText()
                .add("(select ")
                .add(with(values))
                .add(" from (select ")
                .add(computed.fragment())
                .add(" offset 0) as \"x\")")
                .fragment();
    }
}
