package com.example.nordwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.AttributeValue.Text;
import dev.writeback.model.CloudChange;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.arbitrary.Ordinary;
import dev.writeback.testkit.cloud.CloudMailbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class CsvSourceProperties {

    private Path folder;

    @BeforeTry
    void make() throws IOException {
        folder = Files.createTempDirectory("nordwind");
    }

    @AfterTry
    void remove() throws IOException {
        Files.deleteIfExists(folder.resolve("mailboxes.csv"));
        Files.delete(folder);
    }

    @Property(tries = 200)
    void values_come_back_to_the_character(@ForAll @Size(min = 1, max = 5) List<@Ordinary Text> values) {
        AttributeValue[] others = values.stream().skip(1).toArray(AttributeValue[]::new);
        CloudMailbox ada = CloudMailbox.of("ada").stating("CustomAttribute1", values.get(0), others);
        Export export = Export.in(folder);
        export.state(List.of(ada.change()));

        SourceRead.Page page = (SourceRead.Page) CsvSource.of(export.file()).read(null);

        assertThat(((CloudChange.Update) page.changes().get(0)).attributes())
                .containsEntry(AttributeName.of("CustomAttribute1"), List.copyOf(values));
    }

    @Property(tries = 200)
    void no_line_whatever_it_holds_is_lost_or_breaks_the_source(@ForAll String line) throws IOException {
        Export export = Export.in(folder);
        Files.writeString(export.file(), line + "\n", StandardOpenOption.APPEND);

        assertThat(CsvSource.of(export.file()).read(null))
                .isInstanceOfSatisfying(
                        SourceRead.Page.class,
                        page -> assertThat(
                                        page.changes().size() + page.rejected().size())
                                .isPositive());
    }
}
