package app.ajar.print;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a PDF is handed over: to be saved, under a name that says nothing in a list of downloads. */
public final class PdfAnswer {

    private static final String FILE_NAME = "notes.pdf";

    private PdfAnswer() {}

    /** @param pdf the bytes of the file */
    public static ResponseEntity<byte[]> of(byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(FILE_NAME)
                                .build()
                                .toString())
                .body(pdf);
    }
}
