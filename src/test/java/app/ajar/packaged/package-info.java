/** Tests of the packaged program, in processes of its own; they need {@code target/ajar.jar} and run after packaging. */
@NullMarked
package app.ajar.packaged;

import org.jspecify.annotations.NullMarked;
