/** Owns how often somebody may try what is costly, such as key words; it must never keep, log or show an address. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package app.ajar.attempts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
