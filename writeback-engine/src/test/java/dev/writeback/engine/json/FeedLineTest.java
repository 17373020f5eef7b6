package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLineTest {

    @Test
    void every_kind_of_value_is_read() throws MalformedLine {
        CloudChange.Update update = update("""
                {"id":"5F0E8B1C-1a53-4ef5-9f0a-0d3c5f5d7a01","version":17,
                 "anchor":{"immutableId":"q83vEjRWeJCrze8SNFZ4kA==","externalDirectoryObjectId":"User_1",
                           "securityIdentifier":"S-1-5-21-1-2-3-1104","distinguishedName":"CN=Ada,DC=x"},
                 "attributes":{"Text":"R&D","Number":-9223372036854775808,"Yes":true,"No":false,"Several":["a",2,true],
                               "Ref":{"ref":"77c1"},"Refs":[{"ref":"77c1"}],"Bytes":{"base64":"AQI="}}}""");

        assertThat(update.id()).isEqualTo(CloudObjectId.of("5f0e8b1c-1a53-4ef5-9f0a-0d3c5f5d7a01"));
        assertThat(update.version()).isEqualTo(OptionalLong.of(17));
        assertThat(update.anchors())
                .containsExactly(
                        new Anchor.ImmutableId(ObjectGuid.ofBase64("q83vEjRWeJCrze8SNFZ4kA==")),
                        new Anchor.ExternalDirectoryObjectId("User_1"),
                        new Anchor.SecurityIdentifier("S-1-5-21-1-2-3-1104"),
                        new Anchor.DistinguishedName(Dn.of("CN=Ada,DC=x")));
        assertThat(values(update, "Text")).containsExactly(AttributeValue.text("R&D"));
        assertThat(values(update, "Number")).containsExactly(AttributeValue.whole(Long.MIN_VALUE));
        assertThat(values(update, "Yes")).containsExactly(new AttributeValue.Flag(true));
        assertThat(values(update, "No")).containsExactly(new AttributeValue.Flag(false));
        assertThat(values(update, "Several"))
                .containsExactly(AttributeValue.text("a"), AttributeValue.whole(2), new AttributeValue.Flag(true));
        assertThat(values(update, "Ref")).containsExactly(new AttributeValue.Reference(CloudObjectId.of("77c1")));
        assertThat(values(update, "Refs")).isEqualTo(values(update, "Ref"));
        assertThat(values(update, "Bytes")).containsExactly(AttributeValue.octets(new byte[] {1, 2}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "[]"})
    void three_ways_state_that_an_attribute_is_empty(String empty) throws MalformedLine {
        assertThat(values(
                        update("{\"id\":\"a\",\"attributes\":{\"CustomAttribute2\":" + empty + "}}"),
                        "CustomAttribute2"))
                .isEmpty();
    }

    @Test
    void an_attribute_that_is_absent_is_not_stated() throws MalformedLine {
        assertThat(update("{\"id\":\"a\",\"attributes\":{\"CustomAttribute2\":null}}")
                        .attributes())
                .containsOnlyKeys(AttributeName.of("CustomAttribute2"));
    }

    @Test
    void without_a_version_there_is_none() throws MalformedLine {
        assertThat(update("{\"id\":\"a\"}").version()).isEmpty();
    }

    @Test
    void a_removal_is_read() throws MalformedLine {
        assertThat(FeedLine.parse("{\"id\":\"a\",\"version\":18,\"removed\":true}"))
                .isEqualTo(CloudChange.removal(CloudObjectId.of("a"), 18));
        assertThat(FeedLine.parse("{\"id\":\"a\",\"removed\":false}")).isInstanceOf(CloudChange.Update.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"version":1}                                | 1  | id is missing
            {"id":7}                                     | 7  | id is a number; it is a text
            {"id":""}                                    | 7  | id is not valid
            {"id":"a","version":"17"}                    | 21 | version is a text; it is a whole number
            {"id":"a","version":1.5}                     | 21 | version is a number with a fraction
            {"id":"a","version":9223372036854775808}     | 21 | version is too large
            {"id":"a","version":null}                    | 21 | version is null
            {"id":"a","vresion":1}                       | 11 | vresion is unknown; did you mean version?
            {"id":"a","colour":1}                        | 11 | colour is unknown; known are: id, version, anchor, attributes, removed
            {"id":"a","id":"b"}                          | 11 | id is stated twice
            {"id":"a","removed":"yes"}                   | 21 | removed is a text; it is true or false
            {"id":"a"} {"id":"b"}                        | 12 | there is more after the object
            ["id"]                                       | 1  | the line holds an array; a line holds one object
            {"id":"a","anchor":"x"}                      | 20 | anchor is a text; it is an object with one or more of immutableId
            {"id":"a","anchor":{}}                       | 21 | anchor is empty
            {"id":"a","anchor":{"immutableid":"x"}}      | 21 | anchor.immutableid is unknown; did you mean immutableId?
            {"id":"a","anchor":{"immutableId":5}}        | 35 | anchor.immutableId is a number; it is a text
            {"id":"a","anchor":{"immutableId":"!"}}      | 35 | anchor.immutableId: an immutable id is the base64 of 16 bytes, this is not base64
            {"id":"a","anchor":{"immutableId":"AQI="}}   | 35 | anchor.immutableId: an immutable id is the base64 of 16 bytes, this decodes to 2
            {"id":"a","anchor":{"securityIdentifier":"S-2"}} | 42 | anchor.securityIdentifier: 'S-2' is not a security identifier, which reads like S-1-5-21
            {"id":"a","anchor":{"distinguishedName":"Ada"}}  | 41 | anchor.distinguishedName: 'Ada' is not a distinguished name
            {"id":"a","attributes":[]}                   | 24 | attributes is an array; it is an object
            {"id":"a","attributes":{"1st":1}}            | 25 | attributes has a name that is no attribute's
            {"id":"a","attributes":{"A":1,"a":2}}        | 31 | attributes.a is stated twice; names ignore case
            {"id":"a","attributes":{"A":1.0}}            | 29 | attributes.A is a number with a fraction
            {"id":"a","attributes":{"A":12345678901234567890}} | 29 | attributes.A is too large
            {"id":"a","attributes":{"A":[["x"]]}}        | 30 | attributes.A[0] is an array; a value is
            {"id":"a","attributes":{"A":["x",""]}}       | 34 | attributes.A[1] is an empty text; leave it out
            {"id":"a","attributes":{"A":[null]}}         | 30 | attributes.A[0] is null; leave it out
            {"id":"a","attributes":{"A":{"x":1}}}        | 30 | attributes.A.x is unknown; an object is {"ref": id}
            {"id":"a","attributes":{"A":{}}}             | 30 | attributes.A is an empty object
            {"id":"a","attributes":{"A":{"ref":1}}}      | 36 | attributes.A.ref is a number; it is a text
            {"id":"a","attributes":{"A":{"ref":""}}}     | 36 | attributes.A.ref is not an id
            {"id":"a","attributes":{"A":{"base64":"*"}}} | 39 | attributes.A.base64 is not the base64
            {"id":"a","attributes":{"A":{"ref":"b","base64":"AQ=="}}} | 40 | attributes.A has more than one key
            {"id":"a","attributes":{"A":"\\ud800"}}       | 29 | a text holds half of a surrogate pair
            {"id":"a",                                   | 11 | the line ends before its object does
            {"id":"a","attributes":{"A":tru}}            | 29 | this is not JSON
            {id:"a"}                                     | 2  | this is not JSON
            {"id":"ä€😀",x}                               | 13 | this is not JSON
            hello                                        | 1  | this is not JSON
            """)
    void what_does_not_belong_is_named_with_its_column(String line, int column, String reason) {
        MalformedLine malformed = catchThrowableOfType(MalformedLine.class, () -> FeedLine.parse(line));

        assertThat(malformed.reason()).startsWith(reason);
        assertThat(malformed.column()).isEqualTo(column);
    }

    @Test
    void reasons_do_not_repeat_the_values_of_attributes() {
        for (String value :
                List.of("secret", "[\"secret\",1.5]", "{\"base64\":\"secret!\"}", "{\"ref\":\"secret\\u0001\"}")) {
            MalformedLine malformed = catchThrowableOfType(
                    MalformedLine.class, () -> FeedLine.parse("{\"id\":\"a\",\"attributes\":{\"A\":" + value + "}"));
            assertThat(malformed.reason()).doesNotContain("secret");
        }
    }

    @Test
    void the_id_of_a_line_that_cannot_be_read_is_found_wherever_it_stands() {
        assertThat(FeedLine.idOf("{\"attributes\":{\"id\":\"x\",\"A\":[1.5]},\"id\":\"a\",\"oops"))
                .contains(CloudObjectId.of("a"));
        assertThat(FeedLine.idOf("{\"id\":7}")).isEmpty();
        assertThat(FeedLine.idOf("[\"id\",\"a\"]")).isEmpty();
        assertThat(FeedLine.idOf("{\"oops")).isEmpty();
        assertThat(FeedLine.idOf("")).isEmpty();
    }

    private static CloudChange.Update update(String line) throws MalformedLine {
        return (CloudChange.Update) FeedLine.parse(line);
    }

    private static List<AttributeValue> values(CloudChange.Update update, String name) {
        return update.attributes().get(AttributeName.of(name));
    }
}
