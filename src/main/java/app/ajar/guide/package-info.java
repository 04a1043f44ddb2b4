/** Owns the guide: its pieces, the packs they come from and the published edition; it must never know a reader. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package app.ajar.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
