package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.FunctionKey;
import brussels.passerelle.protocol.agency.KeyUse;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.keyset.AccountKeys;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys of functions that an agency's root has handed to this member. What anyone else handed is not in it (T14).
record FunctionKeys(List<FunctionKey> keys) {

    static FunctionKeys load(Api api, AccountKeys member, String agency, ECKey root) throws IOException {
        var keys = new ArrayList<FunctionKey>();
        for (Fields handed : api.read("/desk/keys").objects("items")) {
            if (!handed.text("agency").equals(agency))
                continue;
            var key = FunctionKey.open(handed.text("jwe"), member.account(), member.encryption(), root);
            if (!key.agency().equals(agency))
                throw new Damaged();
            keys.add(key);
        }
        return new FunctionKeys(keys);
    }

    /// The private key with this thumbprint.
    ECKey byThumbprint(String thumbprint) throws Damaged {
        for (FunctionKey key : keys)
            if (P256.thumbprint(key.key()).equals(thumbprint))
                return key.key();
        throw new Damaged();
    }

    Optional<FunctionKey> find(String function, KeyUse use) {
        return keys.stream().filter(key -> key.function().equals(function) && key.use() == use)
                .reduce((older, newer) -> newer);
    }
}
