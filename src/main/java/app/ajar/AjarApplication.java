package app.ajar;

import app.ajar.upkeep.Upkeep;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Ajar. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AjarApplication {

    private static final String EACH_TIME = "com.zaxxer.hikari.aliveBypassWindowMs";

    /** Starts the site, or with {@code backup FILE} or {@code restore FILE} in front does that instead. */
    public static void main(String[] args) {
        if (Upkeep.isAsked(args)) {
            System.exit(Upkeep.run(System.out, System.err, args));
        }
        var site = new SpringApplication(AjarApplication.class);
        site.addInitializers(AjarApplication::askH2EachTime);
        site.run(args);
    }

    /**
     * H2 closes itself when the disk refuses a write. Asked each time (the query is in application.properties), a
     * connection that it closed is noticed before a reader gets it, and the next one opens the file again. For another
     * database it would be a round trip for nothing.
     */
    private static void askH2EachTime(ConfigurableApplicationContext context) {
        String store = context.getEnvironment().getProperty("spring.datasource.url", "");
        if (store.startsWith("jdbc:h2:") && System.getProperty(EACH_TIME) == null) {
            System.setProperty(EACH_TIME, "0");
        }
    }
}
