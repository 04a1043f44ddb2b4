package app.ajar.guide;

import java.util.List;

/**
 * The whole guide in one language as it is shipped.
 *
 * @param version counted up by the authors; a store never goes back to a lower one
 * @param checksum SHA-256 over all files, in hex: equal means nothing to do
 */
record Pack(String language, int version, String checksum, List<PackPiece> pieces) {}
