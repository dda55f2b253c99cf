package brussels.passerelle.database;

import java.util.Map;
import java.util.TreeMap;

/** The settings of PostgreSQL: nothing committed may be lost, and nothing personal may be logged. */
final class Settings {
    private Settings() {}

    static Map<String, String> of(int port) {
        var settings = new TreeMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("shared_buffers", "64MB");
        settings.put("max_connections", "120");
        settings.put("log_timezone", "UTC");
        settings.put("timezone", "UTC");
        // A failed statement is logged without its text and without the row it met: both hold values.
        settings.put("log_statement", "none");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_parameter_max_length", "0");
        settings.put("log_parameter_max_length_on_error", "0");
        return settings;
    }
}
