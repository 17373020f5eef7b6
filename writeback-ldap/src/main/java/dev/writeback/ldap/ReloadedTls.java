package dev.writeback.ldap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How TLS connections are opened: whom to trust, and which certificate to show. The files are read again when one of them
 * has changed, so that they may be replaced while the program runs; as long as what is there cannot be used, what was read
 * last is. Thread-safe.
 */
final class ReloadedTls {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadedTls.class);

    private final Optional<Path> caFile;
    private final Optional<SignInMethod.Certificate> certificate;
    private final List<Path> files;
    private List<String> stamps;
    private SSLContext context;
    private String complaint = "";

    /**
     * @param caFile the authorities to trust; nothing for those of the Java runtime
     * @param certificate the certificate to show; nothing for none
     * @throws IllegalArgumentException if a file cannot be used
     */
    ReloadedTls(Optional<Path> caFile, Optional<SignInMethod.Certificate> certificate) {
        this.caFile = caFile;
        this.certificate = certificate;
        List<Path> all = new ArrayList<>();
        caFile.ifPresent(all::add);
        certificate.ifPresent(it -> all.addAll(ClientCertificate.files(it)));
        this.files = List.copyOf(all);
        this.stamps = stampsNow();
        this.context = read();
    }

    /** What connections are to be opened with now. */
    synchronized SSLContext context() {
        List<String> now = stampsNow();
        if (!now.equals(stamps)) {
            try {
                context = read();
                stamps = now;
                complaint = "";
                LOG.info("{} was read again, because it has changed", files);
            } catch (IllegalArgumentException unusable) {
                complain(unusable.getMessage());
            }
        }
        return context;
    }

    private void complain(@Nullable String message) {
        String now = String.valueOf(message);
        if (!now.equals(complaint)) {
            complaint = now;
            LOG.warn("{}; what was read before is used still", now);
        }
    }

    private SSLContext read() {
        try {
            KeyManager[] keys = certificate.isPresent() ? ClientCertificate.keys(certificate.get()) : null;
            SSLContext fresh = SSLContext.getInstance("TLS");
            fresh.init(keys, TrustedAuthorities.of(caFile), null);
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS: " + e.getMessage(), e);
        }
    }

    /** What tells one state of the files from another; a file that is replaced is another, whatever its time. */
    private List<String> stampsNow() {
        return files.stream().map(ReloadedTls::stamp).toList();
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes it = Files.readAttributes(file, BasicFileAttributes.class);
            return "%s %d %s".formatted(it.lastModifiedTime(), it.size(), it.fileKey());
        } catch (IOException gone) {
            return "";
        }
    }
}
