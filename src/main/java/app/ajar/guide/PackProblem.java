package app.ajar.guide;

/** A pack that cannot be used: says which file, which line, what is wrong and what to do about it. */
class PackProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String remedy;

    /** @param line counted from 1; 0 where the whole file is meant */
    PackProblem(String file, int line, String what, String remedy) {
        super(what);
        this.place = line > 0 ? file + ", line " + line : file;
        this.remedy = remedy;
    }

    String place() {
        return place;
    }

    String remedy() {
        return remedy;
    }
}
