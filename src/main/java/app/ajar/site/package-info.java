/** Owns the front door, the pages about the site and the navigation; no other module may call it. */
@ApplicationModule(allowedDependencies = {"guide", "shared"})
@NullMarked
package app.ajar.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
