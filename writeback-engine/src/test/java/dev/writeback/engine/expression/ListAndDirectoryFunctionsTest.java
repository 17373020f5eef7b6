package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListAndDirectoryFunctionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Count(Split("a,b,c", ","))                             |                 | 3
            Count([x])                                             |                 | 0
            Count([x])                                             | x=a             | 1
            Count("")                                              |                 | 1
            Item(Split("x;y;z", ";"), 2)                           |                 | y
            Item([x], 1)                                           | x=a             | a
            Item([x], 1)                                           |                 | <fails>
            Item([x], 0)                                           | x=a             | <fails>
            Item([x], -1)                                          | x=a             | <fails>
            Item([x], 2)                                           | x=a             | <fails>
            Item([x], 4294967297)                                  | x=a             | <fails>
            RemoveDuplicates(Split("b,a,b", ","))                  |                 | [b, a]
            RemoveDuplicates(Split("b,B,b", ","))                  |                 | [b, B]
            RemoveDuplicates(Split("b,b", ","))                    |                 | b
            RemoveDuplicates("b")                                  |                 | b
            RemoveDuplicates([x])                                  |                 | <missing>
            RemoveDuplicates([x])                                  | x=              | <empty>
            Contains(Split("tel:1;fax:2", ";"), "fax:")            |                 | 2
            Contains(Split("tel:1;fax:2", ";"), "FAX:")            |                 | 0
            Contains(Split("tel:1;fax:2", ";"), "FAX:", CaseSensitive)   |           | 0
            Contains(Split("tel:1;fax:2", ";"), "FAX:", CaseInsensitive) |           | 2
            Contains([x], "a")                                     |                 | 0
            Contains([x], [y])                                     | x=a             | <fails>
            DNComponent([dn], 2)                                   | dn=CN=Ruiz\\, Eva,OU=Legal,DC=example | Legal
            DNComponent([dn], 1)                                   | dn=CN=Ruiz\\, Eva,OU=Legal,DC=example | Ruiz, Eva
            DNComponent([dn], 1)                                   | dn=CN=a\\2cb , OU=x | a,b
            DNComponent([dn], 1)                                   | dn=CN=a+SN=b,OU=x  | a
            DNComponent([dn], 4)                                   | dn=CN=a,OU=x    | <missing>
            DNComponent([dn], 0)                                   | dn=CN=a,OU=x    | <missing>
            DNComponent([dn], 1)                                   | dn=nonsense     | <fails>
            DNComponent([dn], 1)                                   |                 | <missing>
            CRef([dn])                                             | dn=CN=a,OU=x    | CN=a,OU=x
            CRef([dn])                                             | dn=nonsense     | <fails>
            CRef([dn])                                             |                 | <missing>
            "text"                                                 |                 | text
            ""                                                     |                 | <empty>
            42                                                     |                 | 42
            -42                                                    |                 | -42
            1.50                                                   |                 | 1.50
            &Hff                                                   |                 | 255
            True                                                   |                 | True
            [x]                                                    | x=#5            | 5
            [x]                                                    | x=!true         | True
            [x]                                                    | x=0x00ff        | AP8=
            [X]                                                    | x=a             | a
            [urn:x y]                                              | x=a             | <missing>
            Append(Trim([urn:x y]), "a")                           |                 | <missing>
            Join(",", [urn:x y])                                   |                 | <missing>
            (("a"))                                                |                 | a
            "\\\\\\""                                                 |                 | \\"
            "\\d"                                                   |                 | \\d
            """)
    void lists_and_names_are_what_the_documentation_says(String expression, String object, String result) {
        assertThat(Evaluation.of(expression, object)).isEqualTo(result);
    }
}
