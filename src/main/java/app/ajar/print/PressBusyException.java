package app.ajar.print;

/** As many PDFs as the program makes at once are being made. Nothing was lost; trying again shortly helps. */
public class PressBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
