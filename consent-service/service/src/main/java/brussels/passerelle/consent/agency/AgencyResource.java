package brussels.passerelle.consent.agency;

import brussels.passerelle.consent.account.Account;
import brussels.passerelle.consent.account.Accounts;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.access.Needs;
import brussels.passerelle.edge.access.Role;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.paging.Cursor;
import brussels.passerelle.edge.paging.Page;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an agency's administrators do; to everybody else, and for every other agency, there is nothing here. */
@Path("/agencies/{agency}")
@Singleton
@Needs(Role.AGENCY_ADMIN)
public class AgencyResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Accounts accounts;
    @Inject
    HandedKeys handed;
    @Inject
    RootKeys roots;
    @Inject
    RecipientKeys recipients;
    @Inject
    RateLimits limits;

    /** A member whom keys can be handed to; the card carries the public keys to seal to. */
    public record Member(String account, String username, @Nullable String team, String card,
            List<String> functions) {}

    @GET
    @Path("/members")
    @Produces(MediaType.APPLICATION_JSON)
    public Page<Member> members(@PathParam("agency") String agency, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        var admin = administrator(agency);
        var after = Cursor.parse(cursor, 1);
        var size = Page.size(limit);
        return wall.as(admin, () -> {
            Map<String, List<String>> functions = handed.functions(agency).stream()
                    .collect(Collectors.groupingBy(row -> (String) row[0],
                            Collectors.mapping(row -> (String) row[1], Collectors.toList())));
            return Page.of(accounts.members(agency, after == null ? "" : after.key().getFirst(), size + 1), size,
                    account -> Cursor.of(account.id()),
                    account -> member(account, functions.getOrDefault(account.id(), List.of())));
        });
    }

    @PUT
    @Path("/members/{account}/keys")
    @Consumes(MediaType.APPLICATION_JSON)
    public void hand(@PathParam("agency") String agency, @PathParam("account") String account, byte[] body) {
        var admin = administrator(agency);
        var handing = HandedKeys.Handing.parse(body);
        limits.take(Limit.PUBLICATIONS, admin.account());
        wall.as(admin, () -> {
            var member = accounts.member(agency, account).orElseThrow(Failure.Plain.NOT_FOUND::refused);
            handed.replace(agency, member.id(), handing);
            return true;
        });
    }

    @GET
    @Path("/root-key")
    @Produces("application/jose")
    public String root(@PathParam("agency") String agency) {
        var admin = administrator(agency);
        return wall.as(admin, () -> roots.find(agency, admin.account()))
                .orElseThrow(Failure.Plain.NOT_FOUND::refused);
    }

    @PUT
    @Path("/root-key")
    @Consumes("application/jose")
    public void keepRoot(@PathParam("agency") String agency, String jwe) {
        var admin = administrator(agency);
        RootKeys.checkShape(jwe);
        wall.as(admin, () -> roots.put(agency, admin.account(), jwe));
    }

    @POST
    @Path("/keys/refresh")
    public void refresh(@PathParam("agency") String agency) {
        limits.take(Limit.PUBLICATIONS, administrator(agency).account());
        if (recipients.refresh(agency).isEmpty()) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
    }

    private Caller administrator(String agency) {
        var caller = current.get();
        if (!agency.equals(caller.organisation())) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return caller;
    }

    private static Member member(Account account, List<String> functions) {
        return new Member(account.id(), account.username(), account.team(), account.card(), functions);
    }
}
