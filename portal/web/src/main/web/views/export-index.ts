import { kindOf, label, purposeOf } from "../i18n/concepts.ts";
import { day, moment, size } from "../i18n/format.ts";
import { direction, language, t, type Key } from "../i18n/index.ts";
import type { Taken } from "../wallet/linked.ts";
import type { LoanView, Paper } from "../wallet/types.ts";

const STYLE = `body{font:1.05rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1{font-size:1.6rem}section{border:1px solid #777;border-radius:.5rem;padding:.2rem 1rem 1rem;margin:1rem 0;break-inside:avoid}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.2rem 1rem;margin:.5rem 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}a{color:#0c3b39}`;

const escaped = (value: string): string => value.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
const row = (term: Key, words: string | undefined): string => (words === undefined || words === "" ? "" : `<dt>${escaped(t(term))}</dt><dd><bdi>${escaped(words)}</bdi></dd>`);
const address = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** What is in the archive, for people: a page in their language that needs no script and no network, and prints in black and white. */
export function indexPage(taken: readonly Taken[], loans: readonly LoanView[], at: string): string {
  const papers = [...new Map(taken.map(one => [one.paper.id, one.paper])).values()];
  return `<!doctype html>
<html lang="${language()}" dir="${direction()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer">
<title>${escaped(t("archive.title"))}</title><style>${STYLE}</style></head><body>
<h1>${escaped(t("archive.title"))}</h1><p>${escaped(t("archive.made", { at: moment(at) }))}</p><p>${escaped(t("archive.careful"))}</p>
${papers.map(paper => paperSection(paper, taken.filter(one => one.paper.id === paper.id))).join("\n")}
${loans.length === 0 ? "" : `<h2>${escaped(t("archive.loans"))}</h2>\n${loans.filter(loan => loan.made).map(loanSection).join("\n")}`}
</body></html>
`;
}

function paperSection(paper: Paper, versions: readonly Taken[]): string {
  const files = versions.map(({ version, path }) => `<a href="${escaped(address(path))}"><bdi>${escaped(path.split("/").at(-1) ?? path)}</bdi></a> (${escaped(size(version.size))}, ${escaped(moment(version.added))})`);
  return `<section><h2><bdi>${escaped(paper.title)}</bdi></h2><p>${files.join("<br>")}</p><dl>${row("paper.kind", label(kindOf(paper.kind)))}${row("paper.date", paper.date && day(paper.date))}${
    row("paper.expires", paper.expires && day(paper.expires))}${row("paper.original", paper.original)}${row("paper.note", paper.note)}${row("paper.from", paper.from?.name)}${
    row("paper.by", paper.by?.name)}${row("paper.added", moment(paper.added))}</dl></section>`;
}

function loanSection(loan: LoanView): string {
  const purpose = purposeOf(loan.purpose);
  return `<section><dl>${row("lend.what", loan.papers.map(paper => paper.title ?? t("deletedPaper")).join(", "))}${row("lend.whom", [loan.agencyName, loan.functionName].filter(Boolean).join(", "))}${
    row("lend.why", purpose && label(purpose))}${row("lend.howLong", `${moment(loan.from)} – ${moment(loan.endedAt ?? loan.until)}`)}${row("lend.may", t(loan.action === "save" ? "rights.save" : "rights.look"))}</dl></section>`;
}
