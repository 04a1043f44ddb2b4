package app.ajar;

import app.ajar.upkeep.Upkeep;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Ajar. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AjarApplication {

    /** Starts the site, or with {@code backup FILE} or {@code restore FILE} in front does that instead. */
    public static void main(String[] args) {
        if (Upkeep.isAsked(args)) {
            System.exit(Upkeep.run(System.out, System.err, args));
        }
        SpringApplication.run(AjarApplication.class, args);
    }
}
