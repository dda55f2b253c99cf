import type { Piece } from "../files/archive.ts";
import { endingOf } from "../ui/download.ts";
import { t } from "../i18n/index.ts";
import { linkedData, type Taken } from "../wallet/linked.ts";
import { fingerprintOf } from "../wallet/portable.ts";
import type { LoanView, Paper, PaperVersion, Wallet } from "../wallet/types.ts";
import { indexPage } from "./export-index.ts";

/** Every paper with all its versions, one after the other, then what is in the archive: for people and for machines. */
export async function* exportPieces(wallet: Wallet, loans: readonly LoanView[], at: string, progress: (done: number, all: number) => void): AsyncGenerator<Piece> {
  const papers = wallet.papers();
  const taken: Taken[] = [];
  for (const [i, paper] of papers.entries()) {
    progress(i, papers.length);
    for (const version of [...paper.earlier ?? [], paper]) {
      const content = await wallet.open(paper.id, version.version);
      const path = pathOf(paper, version, i + 1);
      taken.push({ paper, version, path, sha256: await fingerprintOf(content) });
      yield { path, content };
    }
  }
  progress(papers.length, papers.length);
  yield { path: "index.html", content: new Blob([indexPage(taken, loans, at)], { type: "text/html" }) };
  yield { path: "wallet.jsonld", content: new Blob([linkedData(taken, loans, at)], { type: "application/ld+json" }) };
}

/** A name people read and every system can write; the number keeps two of the same title apart. */
export function pathOf(paper: Paper, version: PaperVersion, number: number): string {
  const title = paper.title.normalize("NFC").replace(/[\s\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, " ").trim().replace(/^\.+|\.+$/g, "").slice(0, 80).trim() || t("aPaper");
  const old = version.version === paper.version ? "" : ` (${version.version})`;
  return `${t("archive.folder")}/${String(number).padStart(2, "0")} ${title}${old}.${endingOf(version.type)}`;
}
