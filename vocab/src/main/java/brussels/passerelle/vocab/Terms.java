package brussels.passerelle.vocab;

/**
 * The terms of terms.ttl as constants. A test holds both lists equal, so a term cannot be used before it is defined.
 */
public final class Terms {

    /** Names things; nothing is fetched from it. */
    public static final String NAMESPACE = "https://w3id.org/passerelle/terms#";

    public static final String OFFER = NAMESPACE + "Offer";
    public static final String TEAM = NAMESPACE + "Team";

    public static final String NEED = NAMESPACE + "need";
    public static final String TARGET_GROUP = NAMESPACE + "targetGroup";
    public static final String SERVICE_TYPE = NAMESPACE + "serviceType";
    public static final String ADMISSION_MODE = NAMESPACE + "admissionMode";
    public static final String OFFER_OF = NAMESPACE + "offerOf";
    public static final String OFFERED_BY = NAMESPACE + "offeredBy";
    public static final String SERVES = NAMESPACE + "serves";
    public static final String DESK_LANGUAGE = NAMESPACE + "deskLanguage";
    public static final String EVIDENCE_KIND = NAMESPACE + "evidenceKind";
    public static final String HAS_TEAM = NAMESPACE + "hasTeam";

    public static final String CONFIDENTIAL_ADDRESS = NAMESPACE + "confidentialAddress";
    public static final String LENDABLE = NAMESPACE + "lendable";
    public static final String FICTITIOUS = NAMESPACE + "fictitious";
    public static final String PICTOGRAM = NAMESPACE + "pictogram";
    public static final String RANK = NAMESPACE + "rank";
    public static final String POST_CODE = NAMESPACE + "postCode";

    public static final String TOTAL_PLACES = NAMESPACE + "totalPlaces";
    public static final String OCCUPIED_PLACES = NAMESPACE + "occupiedPlaces";
    public static final String FREE_PLACES = NAMESPACE + "freePlaces";
    public static final String HELD_PLACES = NAMESPACE + "heldPlaces";
    public static final String OUT_OF_SERVICE_PLACES = NAMESPACE + "outOfServicePlaces";
    public static final String WAITING_PEOPLE = NAMESPACE + "waitingPeople";

    private Terms() {}
}
