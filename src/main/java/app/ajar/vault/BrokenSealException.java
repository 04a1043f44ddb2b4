package app.ajar.vault;

/**
 * Sealed bytes do not open: they were changed, or the key or the context is another one. Which of these it was cannot be
 * told. The message never holds content, keys or lengths, and there is no cause that could.
 */
public final class BrokenSealException extends RuntimeException {

    public BrokenSealException(String message) {
        super(message);
    }
}
