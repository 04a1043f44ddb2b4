/**
 * Owns the way from six key words to keys, and sealing and opening private bytes with them; it must never store, log or
 * print a word, a key or a text, and knows nothing of Spring, the database or the web.
 */
@NullMarked
package app.ajar.vault;

import org.jspecify.annotations.NullMarked;
