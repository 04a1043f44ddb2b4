package app.ajar.shared;

/** What a statement that commits by itself asks afterwards; a transaction is confirmed when it ends, without being asked. */
public interface CommitConfirmation {

    /**
     * Returns once everything that was committed by now is on the disk.
     *
     * @throws org.springframework.dao.DataAccessResourceFailureException if the disk did not take it; then the commit must
     *     not be acknowledged
     */
    void confirm();
}
