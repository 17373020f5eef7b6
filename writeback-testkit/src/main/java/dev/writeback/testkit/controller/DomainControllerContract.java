package dev.writeback.testkit.controller;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * What a domain controller does: all themes. A test of a server extends it and says how to reach the server.
 *
 * <pre>{@code
 * class OurDirectoryTest extends DomainControllerContract {
 *     @Override
 *     protected ControllerUnderTest controller() {
 *         return new OurLab();
 *     }
 * }
 * }</pre>
 *
 * <p>Where servers differ is not in the themes but in the table of {@link ControllerDifference}, and {@link
 * DifferencesContract} holds a server to its column. A server that has none is held to the other themes alone, for what
 * it does where the measured ones differ is open; see {@link ControllerUnderTest#like()}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DomainControllerContract {

    /** For those who extend it. */
    protected DomainControllerContract() {}

    /**
     * The server to be tested. Asked for once for each theme.
     *
     * @return the server
     */
    protected abstract ControllerUnderTest controller();

    @Nested
    class RootDseTheme extends RootDseContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class IdentityTheme extends IdentityContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class StampsTheme extends StampsContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class ValuesTheme extends ValuesContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class ModifyTheme extends ModifyContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class ReadingTheme extends ReadingContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class EntrySizeTheme extends EntrySizeContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class LinksTheme extends LinksContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class RightsTheme extends RightsContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class DirSyncTheme extends DirSyncContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class RefusalsTheme extends RefusalsContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }

    @Nested
    class DifferencesTheme extends DifferencesContract {
        @Override
        protected ControllerUnderTest controller() {
            return DomainControllerContract.this.controller();
        }
    }
}
