package io.revops.load.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.Example.com/about?x=1,example.com",
        "example.com,example.com",
        "HTTP://WWW.EXAMPLE.CO.UK:8080,example.co.uk",
        "www.münchen.example#top,münchen.example"
    })
    void aDomainIsLowerCaseWithoutSchemeAndPath(String website, String domain) {
        assertThat(Domains.ofWebsite(website)).contains(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ziZgHawN6hOLcpXwK3Ygpw==", "http://", "10.0.0.1", "see notes.", "a b.com"})
    void whatIsNoDomainIsNone(String website) {
        assertThat(Domains.ofWebsite(website)).isEmpty();
    }

    @Test
    void aDomainOfAnAddressOfMailStandsBehindTheSign() {
        assertThat(Domains.ofEmail("ada@WWW.Acme.example ")).contains("acme.example");
        assertThat(Domains.ofEmail("acme.example")).isEmpty();
        assertThat(Domains.ofEmail("ada@")).isEmpty();
    }
}
