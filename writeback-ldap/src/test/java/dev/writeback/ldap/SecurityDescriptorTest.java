package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityDescriptorTest {

    /** The control word as [MS-DTYP] 2.4.6 numbers its bits: 8000 self-relative, 1000 protected, 0400 inherited, 0004 there. */
    @ParameterizedTest
    @CsvSource({"9004,true", "9404,true", "8004,false", "8404,false", "9000,false", "8000,false", "A004,false"})
    void a_protected_list_takes_nothing_from_above(String control, boolean blocks) {
        int word = Integer.parseInt(control, 16);
        byte[] descriptor = new byte[SecurityDescriptor.SHORTEST];
        descriptor[0] = 1;
        descriptor[2] = (byte) word;
        descriptor[3] = (byte) (word >> 8);

        assertThat(SecurityDescriptor.blocksInheritance(descriptor)).isEqualTo(blocks);
    }
}
