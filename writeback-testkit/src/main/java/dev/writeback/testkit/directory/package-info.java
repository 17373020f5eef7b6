/** A directory server for tests that answers over LDAP as an Active Directory domain controller does. */
@NullMarked
package dev.writeback.testkit.directory;

import org.jspecify.annotations.NullMarked;
