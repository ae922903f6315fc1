package org.peekplatform.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSenderTest {
    @Test
    void thePolicyAllowsInlineByNonceOnly() {
        assertThat(PageSender.contentSecurityPolicy("N1"))
                .contains("script-src 'self' 'nonce-N1'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
    }
}
