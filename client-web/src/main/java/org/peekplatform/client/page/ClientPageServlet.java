package org.peekplatform.client.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peekplatform.runtime.page.PageSender;
import org.peekplatform.runtime.page.UiFiles;
import org.peekplatform.runtime.page.UiIndex;

/** {@code GET /client/page/<plugin>/}: the page of a plugin. Whether there is such a plugin shows to who is signed in. */
@WebServlet("/page/*")
public class ClientPageServlet extends HttpServlet {
    private static final Pattern PATH = Pattern.compile("/([a-z][a-z0-9-]{1,39})(/?)");

    private final transient PageSender pages = new PageSender();
    private final transient Optional<UiIndex> index =
            new UiFiles(ClientPageServlet.class.getClassLoader()).index("client.json");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(Optional.ofNullable(request.getPathInfo()).orElse("/"));
        if (!path.matches()) {
            PlainAnswers.notFound(response, "PEEK-4250 There is no such page. Pages are at page/<plugin>/.");
        } else if (path.group(2).isEmpty()) {
            response.setHeader(
                    "Location", request.getRequestURI() + "/"); // a path, not a whole address: right behind any proxy
            response.setStatus(HttpServletResponse.SC_FOUND);
        } else if (index.isPresent()) {
            PlainAnswers.guard(response);
            pages.send(new ClientPage(request.getContextPath(), path.group(1), index.get())::html, response);
        } else {
            PlainAnswers.notFound(
                    response,
                    "PEEK-4251 This service was built without the front end. Build the module frontend as well.");
        }
    }
}
