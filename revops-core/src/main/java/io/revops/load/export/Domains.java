package io.revops.load.export;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Internet domains, by which an account of one system can be recognised in another. */
public final class Domains {
    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*://");
    private static final Pattern AFTER_HOST = Pattern.compile("[/?#:].*$", Pattern.DOTALL);
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.[\\p{L}-]{2,}");

    private Domains() {}

    /** The domain in an address of the web, in lower case, without www.; empty if there is none. */
    public static Optional<String> ofWebsite(String website) {
        String host = SCHEME.matcher(website.toLowerCase(Locale.ROOT)).replaceFirst("");
        host = AFTER_HOST.matcher(host).replaceFirst("");
        if (host.startsWith("www.")) {
            host = host.substring(4);
        }
        return DOMAIN.matcher(host).matches() ? Optional.of(host) : Optional.empty();
    }

    /** What stands behind the at sign, in lower case, without www.; empty if there is none. */
    public static Optional<String> ofEmail(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        return email.indexOf('@') < 0 || domain.isEmpty()
                ? Optional.empty()
                : Optional.of(domain.startsWith("www.") ? domain.substring(4) : domain);
    }
}
