package brussels.passerelle.consent.log;

import brussels.passerelle.protocol.log.Node;
import brussels.passerelle.protocol.log.Subtrees;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hashes of complete subtrees in the database, over one connection. */
final class StoredTree implements Subtrees {
    private final Connection connection;

    StoredTree(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<Node, byte[]> read(Collection<Node> nodes) {
        var wanted = List.copyOf(nodes);
        try (var query = connection.prepareStatement("""
                select n.level, n.place, n.hash from log_node n
                join unnest(?::int[], ?::bigint[]) as w(level, place) on n.level = w.level and n.place = w.place""")) {
            query.setArray(1, connection.createArrayOf("int", wanted.stream().map(Node::level).toArray()));
            query.setArray(2, connection.createArrayOf("bigint", wanted.stream().map(Node::index).toArray()));
            var found = new HashMap<Node, byte[]>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(new Node(rows.getInt(1), rows.getLong(2)), rows.getBytes(3));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("log nodes", failed);
        }
    }

    void store(Map<Node, byte[]> nodes) throws SQLException {
        try (var insert = connection
                .prepareStatement("insert into log_node (level, place, hash) values (?, ?, ?)")) {
            for (var node : nodes.entrySet()) {
                insert.setInt(1, node.getKey().level());
                insert.setLong(2, node.getKey().index());
                insert.setBytes(3, node.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
