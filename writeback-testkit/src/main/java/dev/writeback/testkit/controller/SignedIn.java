package dev.writeback.testkit.controller;

/** Who a connection of a test is signed in as; see {@link ControllerUnderTest#connect}. */
public enum SignedIn {
    /** Somebody who may write everything that clients may write, and read changes as another domain controller does. */
    ADMINISTRATOR,
    /**
     * A service account that may write {@link ControllerUnderTest#DELEGATED} of users below {@link
     * ControllerUnderTest#base()}, and read; nothing else.
     */
    DELEGATE,
    /** Nobody: the connection is open and no more. */
    NOBODY
}
