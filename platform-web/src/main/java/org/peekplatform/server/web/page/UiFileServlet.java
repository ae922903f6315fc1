package org.peekplatform.server.web.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.peekplatform.runtime.page.UiFileSender;
import org.peekplatform.runtime.page.UiFiles;
import org.peekplatform.server.web.problem.Problem;
import org.peekplatform.server.web.problem.ProblemResponses;

/** {@code GET /ui/…}: the platform's own built files. */
@WebServlet("/ui/*")
public class UiFileServlet extends HttpServlet {
    private final transient UiFileSender files = new UiFileSender(new UiFiles(UiFileServlet.class.getClassLoader()));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!files.send(request, response)) {
            ProblemResponses.write(Problem.of(404, "PEEK-5130", "The front end has no such file."), response);
        }
    }
}
