/** Owns the five-minute walk, from its questions to a plan; it must never keep, log or pass on an answer. */
@ApplicationModule(allowedDependencies = {"guide", "shared"})
@NullMarked
package app.ajar.walk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
