/** The directory sink for Active Directory and other LDAP servers; nothing of the LDAP SDK shows outside. */
@NullMarked
package dev.writeback.ldap;

import org.jspecify.annotations.NullMarked;
