package org.peekplatform.core.kit.template.internal.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.peekplatform.core.kit.template.internal.common.Behaviour;

/** Answers with id and version at {@code /<service>/<id>/title}. */
@WebServlet("/title")
public class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(new Behaviour().title());
    }
}
