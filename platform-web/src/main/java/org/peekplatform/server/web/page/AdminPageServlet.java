package org.peekplatform.server.web.page;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.peekplatform.server.account.Sessions;
import org.peekplatform.server.web.problem.ProblemResponses;
import org.peekplatform.server.web.security.SecurityHeaders;
import org.peekplatform.server.web.security.SessionCookie;

/** {@code GET /admin/…}: the page of the admin app, for each of its addresses the same. */
@WebServlet("/admin/*")
public class AdminPageServlet extends HttpServlet {
    private static final String APP = "admin";
    private static final int NONCE_BYTES = 18;

    private final transient SecureRandom random = new SecureRandom();

    @Inject
    private transient FrontEnd frontEnd;

    @Inject
    private transient Instance<UiModules> modules;

    @Inject
    private transient Sessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            // A path, not a whole address: right behind any proxy.
            response.setHeader("Location", "/admin/");
            response.setStatus(HttpServletResponse.SC_FOUND);
        } else if (frontEnd.index().isPresent()) {
            UiIndex own = frontEnd.index().get();
            send(isSignedIn(request) ? withPlugins(own) : own, response);
        } else {
            ProblemResponses.write(FrontEnd.missing(), response);
        }
    }

    /** What is installed here is not everybody's business: who signs in later finds the plugins by the prefix. */
    private boolean isSignedIn(HttpServletRequest request) {
        return SessionCookie.token(request).flatMap(sessions::find).isPresent();
    }

    private UiIndex withPlugins(UiIndex platform) {
        UiIndex page = platform;
        for (UiModules more : modules) {
            page = page.with(more.imports(APP), more.integrity(APP));
        }
        return page;
    }

    private void send(UiIndex page, HttpServletResponse response) throws IOException {
        String nonce = nonce();
        byte[] html = new AppPage(APP, "Peek", page).html(nonce).getBytes(StandardCharsets.UTF_8);
        response.setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, AppPage.contentSecurityPolicy(nonce));
        response.setHeader("Cache-Control", "private, no-cache");
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
