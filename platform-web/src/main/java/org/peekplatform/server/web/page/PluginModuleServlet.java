package org.peekplatform.server.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.peekplatform.server.web.problem.Problem;
import org.peekplatform.server.web.problem.ProblemResponses;

/**
 * {@code GET /ui/m/<plugin>/<module>}: where a module is now that the open page's import map does not know. A redirect
 * and not the file, because a module finds its neighbours from the address that it came from.
 */
@WebServlet("/ui/m/*")
public class PluginModuleServlet extends HttpServlet {
    @Inject
    private transient PluginModules modules;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PluginPath path = PluginPath.of(request);
        Optional<String> address = modules.address("@peek/" + path.plugin() + "/" + path.rest());
        if (address.isPresent()) {
            response.setHeader("Location", address.get());
            response.setStatus(HttpServletResponse.SC_FOUND);
        } else {
            ProblemResponses.write(
                    Problem.of(
                            404,
                            "PEEK-5133",
                            "No running plugin has this module. Install and start the plugin" + " that it belongs to."),
                    response);
        }
    }
}
