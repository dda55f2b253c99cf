package brussels.passerelle.registry.published;

import java.util.List;

/** A public entry. Ids are lower-case words with hyphens; codes are notations of the vocabulary; communes are REFNIS codes. */
public sealed interface Entry {
    Kind kind();

    String id();

    Texts name();

    /** Who delivers services, and to whom papers can be lent once it has published keys. */
    record Organisation(String id, Texts name, String sector, String commune, String phone, boolean fictitious)
            implements
                Entry {
        @Override
        public Kind kind() {
            return Kind.ORGANISATION;
        }
    }

    /** A place with a public address. Confidential places have no such record. */
    record Place(String id, Texts name, String streetFr, String streetNl, String number, String postcode,
            String commune,
            boolean stepFree) implements Entry {
        @Override
        public Kind kind() {
            return Kind.PLACE;
        }
    }

    /** What is done, for which needs and for whom; no targets means everybody. */
    record Service(String id, Texts name, Texts summary, String type, Organisation organisation, List<String> needs,
            List<String> targets, List<String> evidence) implements Entry {
        @Override
        public Kind kind() {
            return Kind.SERVICE;
        }
    }

    /** Where and when a service is given. */
    record Offer(String id, Service service, Where where, List<String> languages, String admission, String phone,
            List<Opening> openings) implements Entry {
        @Override
        public Kind kind() {
            return Kind.OFFER;
        }

        @Override
        public Texts name() {
            return service.name();
        }
    }
}
