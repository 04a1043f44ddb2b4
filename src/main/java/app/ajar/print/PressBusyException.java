package app.ajar.print;

/** As many PDFs as the program makes at once are being made. Nothing was lost; trying again shortly helps. */
public class PressBusyException extends RuntimeException {

    /** When to try again, in seconds, for the header of that name. A turn takes a fraction of one. */
    public static final String RETRY_AFTER = "10";

    private static final long serialVersionUID = 1L;
}
