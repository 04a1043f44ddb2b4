/** Owns leaving the site, the safety page and the helplines; it must never keep or pass on what a reader looked at. */
@ApplicationModule(allowedDependencies = {"guide", "shared"})
@NullMarked
package app.ajar.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
