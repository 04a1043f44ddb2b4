package app.ajar.safety;

import app.ajar.shared.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the way out leads. */
@Component
class LeavingSettings {

    private final String leaveFor;

    /** @throws CannotStart unless {@code ajar.leave-for} is an absolute http or https address */
    LeavingSettings(@Value("${ajar.leave-for}") String leaveFor) {
        if (!leaveFor.matches("https?://[^\\s\"'<>]+")) {
            throw new CannotStart(
                    "ajar.leave-for is '" + leaveFor + "', which is no whole web address.",
                    "Write it like https://www.bbc.co.uk/weather.",
                    null);
        }
        this.leaveFor = leaveFor;
    }

    String leaveFor() {
        return leaveFor;
    }
}
