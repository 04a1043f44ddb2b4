/** Owns the store's file: that saves are on the disk, copies of it, and that what was removed leaves it; reads no note. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package app.ajar.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
