package app.ajar.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Health stays on the port that readers use, where balancers look, when measures have moved to a port of their own. */
@Controller
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class HealthForReaders {

    private final HealthEndpoint health;
    private final HttpCodeStatusMapper codes;

    HealthForReaders(HealthEndpoint health, HttpCodeStatusMapper codes) {
        this.health = health;
        this.codes = codes;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Map<String, String>> all() {
        return answer(health.health());
    }

    @GetMapping("/actuator/health/{group:liveness|readiness}")
    ResponseEntity<Map<String, String>> group(@PathVariable("group") String group) {
        return answer(health.healthForPath(group));
    }

    /** The status alone: what is wrong is nobody's business here. */
    private ResponseEntity<Map<String, String>> answer(@Nullable HealthDescriptor found) {
        if (found == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.status(codes.getStatusCode(found.getStatus()))
                .body(Map.of("status", found.getStatus().getCode()));
    }
}
