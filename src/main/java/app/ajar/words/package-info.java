/** Owns the wording mirror: what in a text may land as pressure, and why; it must never keep or pass on the text. */
@ApplicationModule(allowedDependencies = {"guide", "shared"})
@NullMarked
package app.ajar.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
