import { writeFileSync } from "node:fs";
import { b64u, random, randomId } from "../bytes.ts";
import { cardProof, cardText, makeCards, newKitKey } from "../kit.ts";
import { newSlip, recoveringFrom, sealShare } from "../recovering.ts";
import { kitSecret } from "../slots.ts";
import { vectorFile } from "./world.ts";

// Writes kits that the Java tests read back. Run by hand when the suite gains a format (`node test.mjs crypto/test/write-kit.ts`).
const cases = [];
for (let n = 0; n < 5; n++) {
  const [kit, account, key, share, slip] = [randomId(), `account-${n}`, newKitKey(), random(32), await newSlip()];
  const cards = await makeCards(kit, key);
  const { code, keys } = await recoveringFrom(slip);
  cases.push({
    kit, account, key: b64u(key), share: b64u(share), secret: b64u(await kitSecret(key, share, account)),
    cards: await Promise.all(cards.map(async card => ({ text: await cardText(card), proof: await cardProof(card), share: b64u(card.share) }))),
    slip, code, ...keys, sealed: await sealShare(code, keys, cards[1]!),
  });
}
writeFileSync(vectorFile("kit"), `${JSON.stringify({ cases }, undefined, 1)}\n`);
