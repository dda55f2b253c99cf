package brussels.passerelle.consent.log;

import org.jspecify.annotations.Nullable;

/**
 * An event of one's own log with everything needed to prove it.
 *
 * @param index its place in the tree; absent while it waits for one
 * @param salt 32 bytes, base64url
 * @param event the canonical JSON, exactly as committed
 */
public record LogEntry(@Nullable Long index, String salt, String event, String at) {}
