/**
 * Owns the way from six key words to keys, and sealing and opening private bytes with them; it must never store, log or
 * print a word, a key or a text, and knows nothing of Spring, the database or the web.
 *
 * <p>From typed words to clear bytes, each step where it is described byte by byte: {@link app.ajar.vault.KeyWordList#read}
 * or {@link app.ajar.vault.Passphrase#read} makes the one text that is stretched; {@link app.ajar.vault.KeyStretcher}
 * makes of it a locator and a wrapping key, as {@link app.ajar.vault.PassSecret} does of a cookie; {@link
 * app.ajar.vault.Seal#unwrap} opens the notebook's key, {@link app.ajar.vault.Seal#open} what is sealed with it, and {@link
 * app.ajar.vault.Padding#unpad} takes the filling off. Which context belongs to which column, and what stands inside, is
 * told beside the columns and, all of it together, in {@code src/docs/decisions/0009-formats-byte-by-byte.md}.
 */
@NullMarked
package app.ajar.vault;

import org.jspecify.annotations.NullMarked;
