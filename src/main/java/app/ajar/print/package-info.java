/** Owns sheets and cards for paper; it must never store what was chosen, and put no name or address on paper. */
@ApplicationModule(allowedDependencies = {"guide", "shared"})
@NullMarked
package app.ajar.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
