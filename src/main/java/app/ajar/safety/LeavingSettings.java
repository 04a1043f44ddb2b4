package app.ajar.safety;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the way out leads. */
@Component
class LeavingSettings {

    private final String leaveFor;

    /** @throws IllegalArgumentException unless {@code ajar.leave-for} is an absolute http or https address */
    LeavingSettings(@Value("${ajar.leave-for}") String leaveFor) {
        if (!leaveFor.matches("https?://[^\\s\"'<>]+")) {
            throw new IllegalArgumentException(
                    "ajar.leave-for must be a whole address, such as https://www.bbc.co.uk/weather");
        }
        this.leaveFor = leaveFor;
    }

    String leaveFor() {
        return leaveFor;
    }
}
