/** Owns the planning of one small talk and its calendar file; it must never keep, log or pass on what was typed. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package app.ajar.talk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
