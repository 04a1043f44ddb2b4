package app.ajar;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Ajar. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AjarApplication {

    public static void main(String[] args) {
        SpringApplication.run(AjarApplication.class, args);
    }
}
