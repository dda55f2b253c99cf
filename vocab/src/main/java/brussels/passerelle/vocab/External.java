package brussels.passerelle.vocab;

/**
 * The terms of standard vocabularies that we use, one nested class each. Only what is used is listed: a constant here is
 * a promise that the term exists in the version named.
 */
public final class External {

    /** RDF. */
    public static final class Rdf {
        public static final String NAMESPACE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        public static final String TYPE = NAMESPACE + "type";

        private Rdf() {}
    }

    /** RDF Schema. */
    public static final class Rdfs {
        public static final String NAMESPACE = "http://www.w3.org/2000/01/rdf-schema#";
        public static final String LABEL = NAMESPACE + "label";
        public static final String COMMENT = NAMESPACE + "comment";
        public static final String SEE_ALSO = NAMESPACE + "seeAlso";

        private Rdfs() {}
    }

    /** Core Public Service Vocabulary, as CPSV-AP 3.2 uses it. */
    public static final class Cpsv {
        public static final String NAMESPACE = "http://purl.org/vocab/cpsv#";
        public static final String PUBLIC_SERVICE = NAMESPACE + "PublicService";
        public static final String HAS_INPUT = NAMESPACE + "hasInput";
        public static final String PRODUCES = NAMESPACE + "produces";
        public static final String FOLLOWS = NAMESPACE + "follows";

        private Cpsv() {}
    }

    /** SEMIC core vocabularies: CPSV-AP 3.2, CPOV, CCCEV. */
    public static final class Cv {
        public static final String NAMESPACE = "http://data.europa.eu/m8g/";
        public static final String PUBLIC_ORGANISATION = NAMESPACE + "PublicOrganisation";
        public static final String CHANNEL = NAMESPACE + "Channel";
        public static final String CONTACT_POINT = NAMESPACE + "ContactPoint";
        public static final String EVIDENCE_TYPE = NAMESPACE + "EvidenceType";
        public static final String HAS_COMPETENT_AUTHORITY = NAMESPACE + "hasCompetentAuthority";
        public static final String HAS_CHANNEL = NAMESPACE + "hasChannel";
        public static final String HAS_INPUT_TYPE = NAMESPACE + "hasInputType";
        public static final String OWNED_BY = NAMESPACE + "ownedBy";
        public static final String CONTACT_POINT_PROPERTY = NAMESPACE + "contactPoint";
        public static final String CONTACT_PAGE = NAMESPACE + "contactPage";
        public static final String TELEPHONE = NAMESPACE + "telephone";
        public static final String EMAIL = NAMESPACE + "email";
        public static final String OPENING_HOURS = NAMESPACE + "openingHours";
        public static final String SPECIAL_OPENING_HOURS_SPECIFICATION = NAMESPACE + "specialOpeningHoursSpecification";
        public static final String IS_CLASSIFIED_BY = NAMESPACE + "isClassifiedBy";
        public static final String SECTOR = NAMESPACE + "sector";
        public static final String THEMATIC_AREA = NAMESPACE + "thematicArea";
        public static final String EVIDENCE_TYPE_CLASSIFICATION = NAMESPACE + "evidenceTypeClassification";

        private Cv() {}
    }

    /** Organization ontology. */
    public static final class Org {
        public static final String NAMESPACE = "http://www.w3.org/ns/org#";
        public static final String ORGANIZATION = NAMESPACE + "Organization";
        public static final String ORGANIZATIONAL_UNIT = NAMESPACE + "OrganizationalUnit";
        public static final String HAS_UNIT = NAMESPACE + "hasUnit";
        public static final String UNIT_OF = NAMESPACE + "unitOf";
        public static final String IDENTIFIER = NAMESPACE + "identifier";
        public static final String CLASSIFICATION = NAMESPACE + "classification";
        public static final String HAS_SITE = NAMESPACE + "hasSite";
        public static final String SITE_ADDRESS = NAMESPACE + "siteAddress";

        private Org() {}
    }

    /** Core Location Vocabulary. */
    public static final class Locn {
        public static final String NAMESPACE = "http://www.w3.org/ns/locn#";
        public static final String ADDRESS = NAMESPACE + "Address";
        public static final String ADDRESS_PROPERTY = NAMESPACE + "address";
        public static final String FULL_ADDRESS = NAMESPACE + "fullAddress";
        public static final String THOROUGHFARE = NAMESPACE + "thoroughfare";
        public static final String LOCATOR_DESIGNATOR = NAMESPACE + "locatorDesignator";
        public static final String POST_CODE = NAMESPACE + "postCode";
        public static final String POST_NAME = NAMESPACE + "postName";
        public static final String ADMIN_UNIT_L1 = NAMESPACE + "adminUnitL1";
        public static final String ADMIN_UNIT_L2 = NAMESPACE + "adminUnitL2";
        public static final String ADDRESS_ID = NAMESPACE + "addressId";

        private Locn() {}
    }

    /** GeoSPARQL: a geometry hangs on hasGeometry, never asWKT on the feature itself. */
    public static final class Geo {
        public static final String NAMESPACE = "http://www.opengis.net/ont/geosparql#";
        public static final String FEATURE = NAMESPACE + "Feature";
        public static final String GEOMETRY = NAMESPACE + "Geometry";
        public static final String HAS_GEOMETRY = NAMESPACE + "hasGeometry";
        public static final String AS_WKT = NAMESPACE + "asWKT";
        public static final String WKT_LITERAL = NAMESPACE + "wktLiteral";

        private Geo() {}
    }

    /** Sensors and observations, for free places. */
    public static final class Sosa {
        public static final String NAMESPACE = "http://www.w3.org/ns/sosa/";
        public static final String OBSERVATION = NAMESPACE + "Observation";
        public static final String OBSERVABLE_PROPERTY = NAMESPACE + "ObservableProperty";
        public static final String OBSERVED_PROPERTY = NAMESPACE + "observedProperty";
        public static final String HAS_FEATURE_OF_INTEREST = NAMESPACE + "hasFeatureOfInterest";
        public static final String HAS_SIMPLE_RESULT = NAMESPACE + "hasSimpleResult";
        public static final String RESULT_TIME = NAMESPACE + "resultTime";
        public static final String PHENOMENON_TIME = NAMESPACE + "phenomenonTime";
        public static final String MADE_BY_SENSOR = NAMESPACE + "madeBySensor";

        private Sosa() {}
    }

    /** Dublin Core terms. */
    public static final class Dct {
        public static final String NAMESPACE = "http://purl.org/dc/terms/";
        public static final String LOCATION = NAMESPACE + "Location";
        public static final String IDENTIFIER = NAMESPACE + "identifier";
        public static final String TITLE = NAMESPACE + "title";
        public static final String DESCRIPTION = NAMESPACE + "description";
        public static final String LANGUAGE = NAMESPACE + "language";
        public static final String SPATIAL = NAMESPACE + "spatial";
        public static final String TYPE = NAMESPACE + "type";
        public static final String AUDIENCE = NAMESPACE + "audience";
        public static final String LICENSE = NAMESPACE + "license";
        public static final String SOURCE = NAMESPACE + "source";
        public static final String CREATED = NAMESPACE + "created";
        public static final String MODIFIED = NAMESPACE + "modified";
        public static final String ISSUED = NAMESPACE + "issued";
        public static final String PUBLISHER = NAMESPACE + "publisher";
        public static final String IS_PART_OF = NAMESPACE + "isPartOf";
        public static final String HAS_PART = NAMESPACE + "hasPart";
        public static final String REQUIRES = NAMESPACE + "requires";
        public static final String CONFORMS_TO = NAMESPACE + "conformsTo";

        private Dct() {}
    }

    /** SKOS. */
    public static final class Skos {
        public static final String NAMESPACE = "http://www.w3.org/2004/02/skos/core#";
        public static final String CONCEPT = NAMESPACE + "Concept";
        public static final String CONCEPT_SCHEME = NAMESPACE + "ConceptScheme";
        public static final String PREF_LABEL = NAMESPACE + "prefLabel";
        public static final String ALT_LABEL = NAMESPACE + "altLabel";
        public static final String DEFINITION = NAMESPACE + "definition";
        public static final String NOTATION = NAMESPACE + "notation";
        public static final String BROADER = NAMESPACE + "broader";
        public static final String NARROWER = NAMESPACE + "narrower";
        public static final String IN_SCHEME = NAMESPACE + "inScheme";
        public static final String TOP_CONCEPT_OF = NAMESPACE + "topConceptOf";
        public static final String EXACT_MATCH = NAMESPACE + "exactMatch";
        public static final String CLOSE_MATCH = NAMESPACE + "closeMatch";
        public static final String BROAD_MATCH = NAMESPACE + "broadMatch";

        private Skos() {}
    }

    /** schema.org, with https as its own context has it. */
    public static final class Schema {
        public static final String NAMESPACE = "https://schema.org/";
        public static final String GOVERNMENT_SERVICE = NAMESPACE + "GovernmentService";
        public static final String OPENING_HOURS_SPECIFICATION = NAMESPACE + "OpeningHoursSpecification";
        public static final String OPENING_HOURS_SPECIFICATION_PROPERTY = NAMESPACE + "openingHoursSpecification";
        public static final String SPECIAL_OPENING_HOURS_SPECIFICATION = NAMESPACE + "specialOpeningHoursSpecification";
        public static final String DAY_OF_WEEK = NAMESPACE + "dayOfWeek";
        public static final String OPENS = NAMESPACE + "opens";
        public static final String CLOSES = NAMESPACE + "closes";
        public static final String VALID_FROM = NAMESPACE + "validFrom";
        public static final String VALID_THROUGH = NAMESPACE + "validThrough";
        public static final String AVAILABLE_LANGUAGE = NAMESPACE + "availableLanguage";
        public static final String AREA_SERVED = NAMESPACE + "areaServed";
        public static final String TELEPHONE = NAMESPACE + "telephone";
        public static final String EMAIL = NAMESPACE + "email";
        public static final String URL = NAMESPACE + "url";

        private Schema() {}
    }

    /** Data Privacy Vocabulary. */
    public static final class Dpv {
        public static final String NAMESPACE = "https://w3id.org/dpv#";
        public static final String PURPOSE = NAMESPACE + "Purpose";
        public static final String HAS_PURPOSE = NAMESPACE + "hasPurpose";
        public static final String SERVICE_PROVISION = NAMESPACE + "ServiceProvision";
        public static final String REQUESTED_SERVICE_PROVISION = NAMESPACE + "RequestedServiceProvision";
        public static final String IDENTITY_VERIFICATION = NAMESPACE + "IdentityVerification";
        public static final String DISPUTE_MANAGEMENT = NAMESPACE + "DisputeManagement";

        private Dpv() {}
    }

    /** Provenance. */
    public static final class Prov {
        public static final String NAMESPACE = "http://www.w3.org/ns/prov#";
        public static final String ENTITY = NAMESPACE + "Entity";
        public static final String ACTIVITY = NAMESPACE + "Activity";
        public static final String WAS_GENERATED_BY = NAMESPACE + "wasGeneratedBy";
        public static final String WAS_DERIVED_FROM = NAMESPACE + "wasDerivedFrom";
        public static final String WAS_ATTRIBUTED_TO = NAMESPACE + "wasAttributedTo";
        public static final String GENERATED_AT_TIME = NAMESPACE + "generatedAtTime";

        private Prov() {}
    }

    /** Data Catalog Vocabulary. */
    public static final class Dcat {
        public static final String NAMESPACE = "http://www.w3.org/ns/dcat#";
        public static final String CATALOG = NAMESPACE + "Catalog";
        public static final String DATASET = NAMESPACE + "Dataset";
        public static final String DISTRIBUTION = NAMESPACE + "Distribution";
        public static final String DATASET_PROPERTY = NAMESPACE + "dataset";
        public static final String DISTRIBUTION_PROPERTY = NAMESPACE + "distribution";
        public static final String KEYWORD = NAMESPACE + "keyword";
        public static final String LANDING_PAGE = NAMESPACE + "landingPage";
        public static final String ACCESS_URL = NAMESPACE + "accessURL";
        public static final String MEDIA_TYPE = NAMESPACE + "mediaType";

        private Dcat() {}
    }

    /** Asset Description Metadata Schema. */
    public static final class Adms {
        public static final String NAMESPACE = "http://www.w3.org/ns/adms#";
        public static final String IDENTIFIER = NAMESPACE + "Identifier";
        public static final String IDENTIFIER_PROPERTY = NAMESPACE + "identifier";
        public static final String STATUS = NAMESPACE + "status";

        private Adms() {}
    }

    /** FOAF. */
    public static final class Foaf {
        public static final String NAMESPACE = "http://xmlns.com/foaf/0.1/";
        public static final String AGENT = NAMESPACE + "Agent";
        public static final String DOCUMENT = NAMESPACE + "Document";
        public static final String NAME = NAMESPACE + "name";
        public static final String HOMEPAGE = NAMESPACE + "homepage";
        public static final String PAGE = NAMESPACE + "page";

        private Foaf() {}
    }

    /** XML Schema datatypes. */
    public static final class Xsd {
        public static final String NAMESPACE = "http://www.w3.org/2001/XMLSchema#";
        public static final String STRING = NAMESPACE + "string";
        public static final String INTEGER = NAMESPACE + "integer";
        public static final String BOOLEAN = NAMESPACE + "boolean";
        public static final String DATE = NAMESPACE + "date";
        public static final String DATE_TIME = NAMESPACE + "dateTime";
        public static final String TIME = NAMESPACE + "time";

        private Xsd() {}
    }

    private External() {}
}
