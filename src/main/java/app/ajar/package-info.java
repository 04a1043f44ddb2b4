/** Starts the program and holds the modules together; it must never grow a feature of its own. */
@NullMarked
package app.ajar;

import org.jspecify.annotations.NullMarked;
