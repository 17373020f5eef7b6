package dev.writeback.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Replace("2nd floor, 2nd wing", "2nd", , , "3rd", , )                                 |               | 3rd floor, 3rd wing
            Replace("2nd floor, 2nd wing", "2nd", , , "3rd")                                     |               | 3rd floor, 3rd wing
            Replace("aaa", "aa", , , "b")                                                        |               | ba
            Replace("aaaa", "aa", , , "a")                                                       |               | aa
            Replace("abc", "B", , , "x")                                                         |               | abc
            Replace("a.c", ".", , , "$1\\\\")                                                      |               | a$1\\c
            Replace("abc", "b", , , "")                                                          |               | ac
            Replace("b", "b", , , "")                                                            |               | <empty>
            Replace("", "b", , , "x")                                                            |               | <empty>
            Replace([x], "b", , , "x")                                                           |               | <missing>
            Replace([x], "b", , , "x")                                                           | x=            | <empty>
            Replace([list], "b", , , "x")                                                        | list=[ab,cb]  | [ax, cx]
            Replace("abc", [o], , , "x")                                                         |               | <fails>
            Replace("abc", "b", , , [o])                                                         |               | <fails>
            Replace("abc", Left([o], 1), , , "x")                                                |               | <fails>
            Replace([code], "{id}", , , , , "room-{id}/{id}")                                    | code=A7       | room-A7/A7
            Replace([code], "{id}", , , , , "room")                                              | code=A7       | room
            Replace([code], "{id}", , , , , "room-{id}")                                         |               | <missing>
            Replace("", "{id}", , , , , "room-{id}")                                             |               | room-
            Replace("{id}", "{id}", , , , , "room-{id}")                                         |               | room-{id}
            Replace("Weber, Lena", , "(?<last>\\\\w+), (?<first>\\\\w+)", , "${first} ${last}", , )  |               | Lena Weber
            Replace("Weber, Lena", , "(?'last_1'\\\\w+), (?<f2>\\\\w+)", , "${f2} ${last_1}")        |               | Lena Weber
            Replace("ab", , "(a)(b)", , "$2${1}$0$&$$")                                          |               | baabab$
            Replace("ab", , "(a)", , "${nope}$9\\\\n")                                             |               | ${nope}$9\\nb
            Replace("aXa", , "(?i)x", , "-")                                                     |               | a-a
            Replace("aXa", , "x", , "-")                                                         |               | aXa
            Replace("ab", , "", , "-")                                                           |               | -a-b-
            Replace("ab", , "a(z)?", , "<$1>")                                                   |               | <>b
            Replace("+1 (5) 7", , "[()\\\\s-]+", , "")                                             |               | +157
            Replace("٣x", , "\\\\d", , "n")                                                        |               | nx
            Replace("éx", , "\\\\W", , "n")                                                        |               | éx
            Replace([x], , "a", , "b")                                                           |               | <missing>
            Replace("", , "^", , "b")                                                            |               | b
            Replace("abc", , [p], , "x")                                                         | p=b           | axc
            Replace("abc", , [p], , "x")                                                         | p=(           | <fails>
            Replace("abc", , [p], , "x")                                                         |               | <fails>
            Replace("BLD12-R07", , "BLD(?<b>\\\\d+)-", "b", "99", , )                              |               | BLD99-R07
            Replace("BLD12-R07", , "BLD(\\\\d+)-", "1", "99")                                      |               | BLD99-R07
            Replace("BLD12-R07", , "BLD(?<b>\\\\d+)-", "b", "$1\\\\")                                |               | BLD$1\\-R07
            Replace("ab", , "a(?<z>z)?b", "z", "x")                                              |               | ab
            Replace("ab", , "(?<z>a)", [g], "x")                                                 | g=z           | xb
            Replace("ab", , "(?<z>a)", [g], "x")                                                 | g=y           | <fails>
            Replace([room], , "R(?<no>\\\\d+)$", "no", , [location], )                             | location=BLD12-R07         | 07
            Replace([room], , "R(?<no>\\\\d+)$", "no", , [location], )                             | location=BLD12-R07; room=9 | 9
            Replace([room], , "R(?<no>\\\\d+)$", "no", , [location], )                             | location=BLD12-R07; room=  | 07
            Replace([room], , "R(?<no>\\\\d+)$", "no", , [location], )                             | location=hall              | <missing>
            Replace([room], , "R(?<no>\\\\d+)$", "no", , [location], )                             |                            | <missing>
            Replace([room], , "R(?<no>\\\\d+)$", "no", , "x-R5", )                                 | room=[a,b]                 | [a, b]
            Replace("", , "R(?<no>\\\\d+)$", "no", , Append([location], "R8"), )                   | location=BLD12             | 8
            """)
    void what_is_replaced_is_said_by_the_arguments_that_are_given(String expression, String object, String result) {
        assertThat(Evaluation.of(expression, object)).isEqualTo(result);
    }
}
