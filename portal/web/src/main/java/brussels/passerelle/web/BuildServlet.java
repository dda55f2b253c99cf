package brussels.passerelle.web;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What can run in our pages, file by file: the node's log holds the digest of this answer, so that a changed script shows. */
@WebServlet("/build")
public class BuildServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private transient byte @Nullable [] list;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write(list());
    }

    /** Read once: the files of a deployment do not change. */
    private synchronized byte[] list() {
        if (list == null) {
            var context = getServletContext();
            list = Build.list(context::getResourcePaths, context::getResourceAsStream).getBytes(StandardCharsets.UTF_8);
        }
        return list;
    }
}
