package brussels.passerelle.consent.deposit;

import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.CurrentCaller;
import brussels.passerelle.edge.paging.Page;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The deposit addresses of the caller's cards; the same in every view, as the card is. */
@Path("/addresses")
@Singleton
public class AddressResource {
    @Inject
    CurrentCaller current;
    @Inject
    Wall wall;
    @Inject
    Addresses addresses;

    /** An address and what is typed for it. */
    public record Item(String address, String code) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<Item> mine() {
        return wall.as(current.get(), () -> Page.whole(addresses.of(current.get().account()).stream()
                .map(one -> new Item(one.address(), one.code())).toList()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void put(byte[] body) {
        var wanted = NewAddress.parse(body);
        wall.as(current.get(), () -> {
            addresses.put(current.get().account(), wanted);
            return true;
        });
    }
}
