package brussels.passerelle.signin;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * Checks a username and the secret derived from the passphrase, or the signature of a door of that name. The check of the
 * secret, the dummy hash for unknown names and the counting of failures are inherited; a proof that is none goes the
 * way of a wrong secret, so nobody can tell them apart.
 */
class SignInStep extends UsernamePasswordForm {
    static final String DOOR = "door";
    private static final String WAIT = SignInStep.class.getName() + ".wait";
    private static final String CHALLENGE = SignInStep.class.getName() + ".challenge";
    /** Never anybody's: the realm's secrets are 64 hexadecimal digits. */
    private static final String NO_SECRET = "-";
    private static final SecureRandom RANDOM = new SecureRandom();

    SignInStep(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        context.clearUser();
        super.authenticate(context);
    }

    /**
     * Ends whatever session this browser still has before anybody signs in: on a shared computer the next person must
     * neither be refused because of the previous one nor be told who that was.
     */
    @Override
    public void action(AuthenticationFlowContext context) {
        var sessions = context.getSession().sessions();
        var left = sessions.getUserSession(context.getRealm(),
                context.getAuthenticationSession().getParentSession().getId());
        if (left != null)
            sessions.removeUserSession(context.getRealm(), left);
        takeChallenge(context);
        super.action(context);
    }

    /** It is used up by the attempt, whatever comes of it. */
    private static void takeChallenge(AuthenticationFlowContext context) {
        var challenge = context.getAuthenticationSession().getAuthNote(CHALLENGE);
        context.getAuthenticationSession().removeAuthNote(CHALLENGE);
        context.getSession().setAttribute(CHALLENGE, challenge == null ? "" : challenge);
    }

    @Override
    public boolean validatePassword(AuthenticationFlowContext context, UserModel user,
            MultivaluedMap<String, String> form, boolean clearUser) {
        if (!form.containsKey(DOOR))
            return super.validatePassword(context, user, form, clearUser);
        var doors = user.getAttributeStream(DOOR).map(Door::parse).flatMap(Optional::stream).toList();
        if (opens(context, form, user.getUsername(), doors))
            return !isDisabledByBruteForce(context, user);
        var without = new MultivaluedHashMap<>(form);
        without.putSingle(CredentialRepresentation.PASSWORD, NO_SECRET);
        return super.validatePassword(context, user, without, clearUser);
    }

    /** A name that nobody has costs what a name with doors costs. */
    @Override
    public void testInvalidUser(AuthenticationFlowContext context, @Nullable UserModel user) {
        var form = context.getHttpRequest().getDecodedFormParameters();
        if (user == null && form.containsKey(DOOR))
            opens(context, form, "", List.of());
        super.testInvalidUser(context, user);
    }

    /** Of an account that is switched off nothing shows, not even to whoever knows its secret. */
    @Override
    public boolean enabledUser(AuthenticationFlowContext context, UserModel user) {
        if (user.isEnabled())
            return super.enabledUser(context, user);
        context.failureChallenge(AuthenticationFlowError.INVALID_USER, answer(context, Answer.WRONG_PASSPHRASE));
        return false;
    }

    private static boolean opens(AuthenticationFlowContext context, MultivaluedMap<String, String> form,
            String username, List<Door> doors) {
        var challenge = Objects.requireNonNullElse(context.getSession().getAttribute(CHALLENGE, String.class), "");
        var asked = new DoorProof.Asked(context.getRealm().getName(), username, challenge, Instant.now());
        return DoorProof.parse(form.getFirst(DOOR)).filter(proof -> proof.opens(asked, doors)).isPresent();
    }

    @Override
    protected Response challenge(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        return answer(context, null);
    }

    @Override
    protected Response challenge(AuthenticationFlowContext context, String error, String field) {
        return answer(context, error);
    }

    @Override
    protected Response setDuplicateUserChallenge(AuthenticationFlowContext context, String event, String message,
            AuthenticationFlowError error) {
        context.getEvent().error(event);
        var response = answer(context, Answer.WRONG_PASSPHRASE);
        context.failureChallenge(error, response);
        return response;
    }

    /** The inherited one is the stock form; it would be reached by what a passkey sends. */
    @Override
    protected Response createLoginForm(LoginFormsProvider form) {
        return SignInPage.in(List.of()).response();
    }

    @Override
    protected String getDefaultChallengeMessage(AuthenticationFlowContext context) {
        return Answer.WRONG_PASSPHRASE;
    }

    @Override
    protected String disabledByBruteForceError(String event) {
        return Answer.TOO_MANY;
    }

    @Override
    protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
        var failures = context.getSession().loginFailures().getUserLoginFailure(context.getRealm(), user.getId());
        if (failures != null) {
            var seconds = failures.getFailedLoginNotBefore() - Instant.now().getEpochSecond();
            context.getSession().setAttribute(WAIT, Math.toIntExact(seconds));
        }
        return super.isDisabledByBruteForce(context, user);
    }

    private static Response answer(AuthenticationFlowContext context, @Nullable String error) {
        var headers = context.getHttpRequest().getHttpHeaders();
        if (!headers.getAcceptableMediaTypes().contains(MediaType.APPLICATION_JSON_TYPE)) {
            return SignInPage.in(headers.getAcceptableLanguages()).response();
        }
        var wait = context.getSession().getAttribute(WAIT, Integer.class);
        var anew = context.getUriInfo().getPath().contains("/login-actions/");
        return new Answer(context.getActionUrl(context.generateAccessCode()), newChallenge(context), error,
                wait == null ? 1 : wait, anew).response();
    }

    private static String newChallenge(AuthenticationFlowContext context) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var challenge = Flat.base64url(bytes);
        context.getAuthenticationSession().setAuthNote(CHALLENGE, challenge);
        return challenge;
    }
}
