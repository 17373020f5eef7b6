package dev.writeback.spi;

/** That the store cannot keep or give back what it should. The message says which store, what failed and what to do. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Where no error of the database is beneath. */
    public StoreException(String message) {
        super(message);
    }

    /** With the error of the database beneath. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
