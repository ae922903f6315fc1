package org.peekplatform.server.web.page;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.peekplatform.runtime.page.PageSender;
import org.peekplatform.runtime.page.UiIndex;
import org.peekplatform.server.account.Sessions;
import org.peekplatform.server.web.problem.ProblemResponses;
import org.peekplatform.server.web.security.SessionCookie;

/** {@code GET /admin/…}: the page of the admin app, for each of its addresses the same. */
@WebServlet("/admin/*")
public class AdminPageServlet extends HttpServlet {
    private static final String APP = "admin";

    private final transient PageSender pages = new PageSender();

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
            AppPage page = new AppPage(APP, "Peek", isSignedIn(request) ? withPlugins(own) : own);
            pages.send(page::html, response);
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
}
