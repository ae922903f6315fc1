package org.peekplatform.runtime.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.peekplatform.runtime.web.SecurityHeaders;

/** Sends pages, each with a nonce of its own and the policy that goes with it. */
public final class PageSender {
    private static final int NONCE_BYTES = 18;

    private final SecureRandom random = new SecureRandom();

    /** @param page makes the markup for a nonce */
    public void send(UnaryOperator<String> page, HttpServletResponse response) throws IOException {
        String nonce = nonce();
        byte[] html = page.apply(nonce).getBytes(StandardCharsets.UTF_8);
        response.setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, contentSecurityPolicy(nonce));
        response.setHeader("Cache-Control", "private, no-cache");
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    /** What a page may load: files of this service, and inline only what carries the nonce. */
    static String contentSecurityPolicy(String nonce) {
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce + "'; "
                + "connect-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
                + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; "
                + "require-trusted-types-for 'script'; trusted-types angular angular#bundler peek#page-worker";
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
