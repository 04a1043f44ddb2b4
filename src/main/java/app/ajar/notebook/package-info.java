/** Owns private notes and the passes that open them; private words must never leave it unsealed, nor reach a log. */
@ApplicationModule(allowedDependencies = {"attempts", "vault", "guide", "print", "shared"})
@NullMarked
package app.ajar.notebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
