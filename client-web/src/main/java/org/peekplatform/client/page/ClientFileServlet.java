package org.peekplatform.client.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.peekplatform.runtime.page.UiFileSender;
import org.peekplatform.runtime.page.UiFiles;

/** {@code GET /client/ui/…}: the platform's own built files. */
@WebServlet("/ui/*")
public class ClientFileServlet extends HttpServlet {
    private final transient UiFileSender files =
            new UiFileSender(new UiFiles(ClientFileServlet.class.getClassLoader()));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PlainAnswers.guard(response);
        if (!files.send(request, response)) {
            PlainAnswers.notFound(response, "PEEK-4252 The front end has no such file.");
        }
    }
}
