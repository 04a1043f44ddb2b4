package app.ajar.support;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a screen reader is told of a page, thing by thing in its order, as Chromium works it out. */
public record Spoken(List<Thing> things) {

    /** Roles that tell a reader nothing of their own; what is in them is told all the same. */
    private static final Set<String> UNHEARD = Set.of(
            "none",
            "generic",
            "InlineTextBox",
            "LineBreak",
            "LabelText",
            "Legend",
            "ListMarker",
            "strong",
            "emphasis",
            "time",
            "LayoutTable");

    private static final Set<String> STATES = Set.of(
            "level",
            "checked",
            "expanded",
            "invalid",
            "disabled",
            "required",
            "live",
            "focused",
            "pressed",
            "selected");

    private static final Set<String> CONTROLS = Set.of(
            "link",
            "button",
            "textbox",
            "checkbox",
            "radio",
            "spinbutton",
            "combobox",
            "searchbox",
            "listbox",
            "Date",
            "InputTime",
            "DisclosureTriangle",
            "DisclosureTriangleGrouped",
            "slider",
            "ComboBoxSelect");

    private static final Set<String> LANDMARKS =
            Set.of("banner", "main", "contentinfo", "navigation", "complementary", "region");

    /** Fields that a browser puts together out of parts of its own. */
    private static final Set<String> WHOLE = Set.of("Date", "InputTime");

    private static final int LONG = 60;

    /** @param depth how many things it stands in */
    public record Thing(int depth, String role, String name, String description, Map<String, String> states) {

        public boolean isControl() {
            return CONTROLS.contains(role);
        }

        public boolean isLandmark() {
            return LANDMARKS.contains(role);
        }

        public int level() {
            return Integer.parseInt(states.getOrDefault("level", "0"));
        }

        /** Whether a change in it is said aloud by itself. */
        public boolean isLive() {
            return states.containsKey("live") && (role.equals("status") || role.equals("alert"));
        }

        private boolean isText() {
            return role.equals("text");
        }

        @Override
        public String toString() {
            String told = states.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(state -> " " + state.getKey() + "=" + state.getValue())
                    .collect(Collectors.joining());
            return "  ".repeat(depth)
                    + (isText() ? "" : role + (name.isEmpty() ? "" : " "))
                    + (name.isEmpty() ? "" : "“" + brief(name) + "”")
                    + told
                    + (description.isEmpty() ? "" : " – “" + brief(description) + "”");
        }
    }

    public static Spoken of(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        JsonArray nodes = session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
        session.detach();
        var byId = new HashMap<String, JsonObject>();
        nodes.forEach(node -> byId.put(node.getAsJsonObject().get("nodeId").getAsString(), node.getAsJsonObject()));
        var things = new ArrayList<Thing>();
        tell(nodes.get(0).getAsJsonObject(), byId, 0, "", things);
        return new Spoken(withoutLabels(things));
    }

    /** One line for each thing, deeper ones further in. Long texts are cut short: what matters here is how they hang together. */
    public String text() {
        return things.stream().map(Thing::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What breaks a rule that holds on every page; nothing, if all is well. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        List<Thing> headings =
                things.stream().filter(thing -> thing.role().equals("heading")).toList();
        long first = headings.stream().filter(heading -> heading.level() == 1).count();
        if (first != 1) {
            faults.add(first + " headings of level 1");
        }
        int before = 0;
        for (Thing heading : headings) {
            if (heading.level() > before + 1) {
                faults.add("A level is skipped before" + heading);
            }
            before = heading.level();
        }
        List<Thing> controls = things.stream().filter(Thing::isControl).toList();
        controls.stream()
                .filter(control -> control.name().isBlank())
                .forEach(control -> faults.add("No name: " + control));
        if (controls.isEmpty() || !controls.get(0).name().equals("Leave this site")) {
            faults.add("The way out is not first");
        }
        for (String once : List.of("banner", "main", "contentinfo")) {
            if (things.stream().filter(thing -> thing.role().equals(once)).count() != 1) {
                faults.add("Not one " + once);
            }
        }
        var places = new TreeSet<String>();
        things.stream()
                .filter(Thing::isLandmark)
                .filter(place -> !places.add(place.role() + place.name()))
                .forEach(place -> faults.add("Two places of one name: " + place));
        faults.addAll(twiceSaid());
        return faults;
    }

    /** Of what is said by itself, one thing at most may have words when a page comes, and none may stand in another. */
    private List<String> twiceSaid() {
        var faults = new ArrayList<String>();
        int speaking = 0;
        for (int at = 0; at < things.size(); at++) {
            if (things.get(at).isLive()) {
                int depth = things.get(at).depth();
                List<Thing> inside = things.subList(at + 1, things.size()).stream()
                        .takeWhile(thing -> thing.depth() > depth)
                        .toList();
                speaking += inside.isEmpty() ? 0 : 1;
                if (things.get(at).states().containsKey("focused")) {
                    faults.add("Said by itself, and once more as it takes the focus: " + things.get(at));
                }
                inside.stream().filter(Thing::isLive).forEach(thing -> faults.add("Said twice: " + thing));
            }
        }
        if (speaking > 1) {
            faults.add(speaking + " things speak by themselves at once");
        }
        return faults;
    }

    private static void tell(
            JsonObject node, Map<String, JsonObject> byId, int depth, String said, List<Thing> things) {
        String role = value(node, "role");
        String name = value(node, "name").replaceAll("\\s+", " ").strip();
        boolean text = role.equals("StaticText");
        boolean heard = !node.get("ignored").getAsBoolean()
                && !UNHEARD.contains(role)
                && !(role.equals("paragraph") && name.isEmpty());
        String within = said;
        int deeper = depth;
        if (text && heard) {
            if (!name.isEmpty() && !said.contains(name)) {
                addText(depth, name, things);
            }
            return;
        }
        if (heard) {
            things.add(new Thing(depth, role, name, value(node, "description"), states(node)));
            deeper++;
            within = name;
        } else if (role.equals("paragraph")) {
            // What comes now is a new sentence.
            things.add(new Thing(depth, "paragraph", "", "", Map.of()));
        }
        int place = things.size();
        JsonArray children = WHOLE.contains(role) ? new JsonArray() : node.getAsJsonArray("childIds");
        for (JsonElement child : children) {
            JsonObject found = byId.get(child.getAsString());
            if (found != null) {
                tell(found, byId, deeper, within, things);
            }
        }
        if (!heard && role.equals("paragraph")) {
            things.remove(place - 1);
        }
    }

    /** The words of a label stand in the page as well; they are the name of what is beside them. */
    private static List<Thing> withoutLabels(List<Thing> things) {
        return IntStream.range(0, things.size())
                .filter(at -> !things.get(at).isText()
                        || !(at > 0 && names(things.get(at - 1), things.get(at)))
                                && !(at + 1 < things.size() && names(things.get(at + 1), things.get(at))))
                .mapToObj(things::get)
                .toList();
    }

    private static boolean names(Thing control, Thing words) {
        return control.isControl() && control.name().equals(words.name());
    }

    private static void addText(int depth, String words, List<Thing> things) {
        Thing last = things.isEmpty() ? null : things.get(things.size() - 1);
        if (last != null && last.isText() && last.depth() == depth) {
            things.set(things.size() - 1, new Thing(depth, "text", last.name() + " " + words, "", Map.of()));
        } else {
            things.add(new Thing(depth, "text", words, "", Map.of()));
        }
    }

    private static Map<String, String> states(JsonObject node) {
        var states = new HashMap<String, String>();
        if (node.has("properties")) {
            for (JsonElement property : node.getAsJsonArray("properties")) {
                String name = property.getAsJsonObject().get("name").getAsString();
                String value = value(property.getAsJsonObject(), "value");
                boolean usual = value.equals("false") && !name.equals("expanded");
                String role = value(node, "role");
                boolean told = name.equals("level")
                        ? role.equals("heading")
                        : !(name.equals("focused") && role.equals("RootWebArea"));
                if (STATES.contains(name) && told && !usual) {
                    states.put(name, value);
                }
            }
        }
        return Map.copyOf(states);
    }

    private static String value(JsonObject of, String name) {
        JsonElement value = of.has(name) ? of.getAsJsonObject(name).get("value") : null;
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static String brief(String words) {
        return words.length() <= LONG ? words : words.substring(0, LONG).strip() + "…";
    }
}
