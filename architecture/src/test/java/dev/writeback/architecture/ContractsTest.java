package dev.writeback.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final SourceFile CONTRACT = SourceFile.of(
            "writeback-testkit/src/main/java/StatusReporterContract.java",
            "public abstract class StatusReporterContract {}");
    private static final SourceFile REPORTER = SourceFile.of(
            "host/src/main/java/Mail.java",
            "public final class Mail implements AutoCloseable, dev.writeback.spi.StatusReporter {}");
    private static final SourceFile PROOF = SourceFile.of(
            "host/src/test/java/MailTest.java", "class MailTest extends StatusReporterContract { Mail mail; }");

    @Test
    void every_implementation_of_a_port_is_held_to_the_contract_of_the_port() {
        assertThat(Contracts.unproved(SourceTree.read())).isEmpty();
    }

    @Test
    void an_implementation_without_a_test_that_extends_the_contract_is_named() {
        assertThat(Contracts.unproved(List.of(CONTRACT, REPORTER)))
                .containsExactly("Mail has no test that extends StatusReporterContract");
        assertThat(Contracts.unproved(List.of(CONTRACT, REPORTER, PROOF))).isEmpty();
    }

    @Test
    void a_test_of_another_implementation_proves_nothing() {
        SourceFile other = SourceFile.of(
                "host/src/test/java/SmsTest.java", "class SmsTest extends StatusReporterContract { Sms sms; }");
        assertThat(Contracts.unproved(List.of(CONTRACT, REPORTER, other))).hasSize(1);
    }

    @Test
    void a_test_that_does_not_extend_the_contract_proves_nothing() {
        SourceFile plain = SourceFile.of("host/src/test/java/MailTest.java", "class MailTest { Mail mail; }");
        assertThat(Contracts.unproved(List.of(CONTRACT, REPORTER, plain))).hasSize(1);
    }

    @Test
    void what_no_one_else_sees_and_a_port_without_a_contract_need_none() {
        SourceFile hidden =
                SourceFile.of("host/src/main/java/Mail.java", "final class Mail implements StatusReporter {}");
        assertThat(Contracts.unproved(List.of(CONTRACT, hidden))).isEmpty();
        assertThat(Contracts.unproved(List.of(REPORTER))).isEmpty();
    }
}
