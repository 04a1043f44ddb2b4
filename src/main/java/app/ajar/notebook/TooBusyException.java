package app.ajar.notebook;

/** Too many notebooks are being opened at this moment. Nothing was changed; trying again shortly helps. */
class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
