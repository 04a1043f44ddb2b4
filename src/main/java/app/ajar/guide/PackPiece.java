package app.ajar.guide;

import java.util.List;
import java.util.Map;

/**
 * One file of a pack, read and checked.
 *
 * @param file the file's name as shown in complaints
 * @param parts part key to its Markdown
 * @param checksum SHA-256 of the whole file, in hex
 */
record PackPiece(
        Kind kind,
        String slug,
        String file,
        FrontMatter front,
        Map<String, String> parts,
        Map<String, Integer> partLines,
        String checksum) {

    String key() {
        return kind.word() + "/" + slug;
    }

    List<String> related(String field) {
        return front.list(field);
    }
}
