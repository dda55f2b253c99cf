package brussels.passerelle.signin;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Checks a username and the secret derived from the passphrase. The check itself, the dummy hash for unknown names and
 * the counting of failures are inherited; only what is answered is ours.
 */
class SignInStep extends UsernamePasswordForm {
    private static final String WAIT = SignInStep.class.getName() + ".wait";

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
        super.action(context);
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
        return new Answer(context.getActionUrl(context.generateAccessCode()), error, wait == null ? 1 : wait, anew)
                .response();
    }
}
