/** Owns how the program stands as a server: what comes in first, limits, measures; it must never learn a feature's words. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package app.ajar.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
