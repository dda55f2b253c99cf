package brussels.passerelle.registry.http;

import java.io.InputStream;
import java.util.Map;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.edge.access.Open;
import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.look.PagePolicy;

/** The styles, pictograms and the quick exit that portal and registry share, and the few styles of our own. */
@Path("/{folder: look|app}/{file: [a-z][a-z0-9-]*\\.(?:css|js|svg)}")
@Open
@Singleton
public class AssetResource {
    private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=UTF-8", "js",
            "text/javascript;charset=UTF-8", "svg", "image/svg+xml");

    @GET
    public Response file(@PathParam("folder") String folder, @PathParam("file") String file,
            @QueryParam("v") @Nullable String version) {
        String path = "/" + folder + "/" + file;
        InputStream bytes = AssetResource.class.getResourceAsStream("/META-INF/resources" + path);
        if (bytes == null)
            throw Failure.Plain.NOT_FOUND.refused();
        return Response.ok(bytes, TYPES.get(file.substring(file.lastIndexOf('.') + 1)))
                .header(HttpHeaders.CACHE_CONTROL, PagePolicy.caching(path, version != null)).build();
    }
}
