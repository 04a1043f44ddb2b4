package app.ajar.walk;

import app.ajar.guide.GuideLibrary;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** The most work that the walk can be asked to do, for the benchmark. */
public final class PlanWork {

    private PlanWork() {}

    /** Makes the plan of a walk with every box ticked, except those that end it early. */
    public static Runnable everythingTicked(ApplicationContext program) {
        WalkMap map = program.getBean(WalkMap.class);
        var edition = program.getBean(GuideLibrary.class).edition();
        var answers = new Answers(ids(map), Set.of(), Set.of());
        return () -> new Planner(map, edition, answers).plan();
    }

    /** The same as a browser sends it. */
    public static String formOfEverythingTicked(ApplicationContext program) {
        return ids(program.getBean(WalkMap.class)).stream()
                .map(id -> id.replace('.', '='))
                .collect(Collectors.joining("&"));
    }

    private static Set<String> ids(WalkMap map) {
        return Stream.concat(
                        map.options().filter(option -> !option.fear()).map(Question.Option::id),
                        map.signs().map(Question.SignPlace::id))
                .collect(Collectors.toSet());
    }
}
