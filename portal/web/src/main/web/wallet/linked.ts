import { list, loose, optional, text, type ShapeOf } from "../crypto/shape.ts";
import type { LoanView, Paper, PaperVersion } from "./types.ts";

const KIND = "https://w3id.org/passerelle/kind/";
const PURPOSE = "https://w3id.org/passerelle/purpose/";

/** A version of a paper as it lies in the archive. */
export interface Taken {
  readonly paper: Paper;
  readonly version: PaperVersion;
  readonly path: string;
  /** Of the readable content, hexadecimal. */
  readonly sha256: string;
}

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#", dct: "http://purl.org/dc/terms/", dpv: "https://w3id.org/dpv#", foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#", terms: "https://w3id.org/passerelle/terms#", xsd: "http://www.w3.org/2001/XMLSchema#",
  papers: { "@id": "dcat:dataset", "@container": "@set" }, loans: { "@id": "terms:loan", "@container": "@set" }, versions: { "@id": "dcat:distribution", "@container": "@set" },
  title: "dct:title", kind: { "@id": "dct:type", "@type": "@id" }, date: { "@id": "dct:issued", "@type": "xsd:date" }, expires: { "@id": "dct:valid", "@type": "xsd:date" },
  note: "dct:description", original: "dct:provenance", added: { "@id": "dct:created", "@type": "xsd:dateTime" }, from: "dct:publisher", by: "dct:contributor",
  file: { "@id": "dcat:downloadURL", "@type": "@id" }, type: "dcat:mediaType", size: { "@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger" },
  version: "dcat:version", sha256: "spdx:checksumValue", recipient: "dpv:hasRecipient", team: "terms:team", purpose: { "@id": "dpv:hasPurpose", "@type": "@id" },
  right: "dpv:hasPermission", begins: { "@id": "dct:available", "@type": "xsd:dateTime" }, until: { "@id": "dct:valid", "@type": "xsd:dateTime" },
  ended: { "@id": "dct:modified", "@type": "xsd:dateTime" }, of: { "@id": "dpv:hasPersonalData", "@type": "@id", "@container": "@set" },
} as const;

/** What is in the archive, for machines: DCAT for the papers, DPV for the loans. No id of the server is in it. */
export function linkedData(taken: readonly Taken[], loans: readonly LoanView[], at: string): string {
  const papers = [...new Map(taken.map(one => [one.paper.id, one.paper])).values()];
  const name = new Map(papers.map((paper, i) => [paper.id, `#paper-${i + 1}`]));
  return JSON.stringify({
    "@context": CONTEXT, "@id": "", "@type": "dcat:Catalog", added: at,
    papers: papers.map(paper => ({
      "@id": name.get(paper.id), "@type": ["dcat:Dataset", "dpv:PersonalData"], ...words(paper),
      versions: taken.filter(one => one.paper.id === paper.id).map(one => ({
        "@type": "dcat:Distribution", file: one.path.split("/").map(encodeURIComponent).join("/"), type: one.version.type, size: one.version.size, version: String(one.version.version),
        added: one.version.added, sha256: one.sha256,
      })),
    })),
    loans: loans.filter(loan => loan.made).map(loan => ({
      "@type": "dpv:Process", recipient: loan.agencyName, team: loan.functionName, purpose: loan.purpose && PURPOSE + loan.purpose, right: loan.action,
      begins: loan.from, until: loan.until, ...(loan.endedAt === undefined ? {} : { ended: loan.endedAt }), of: loan.papers.flatMap(paper => name.get(paper.id) ?? []),
    })),
  }, undefined, 1);
}

function words({ title, kind, date, expires, note, original, added, from, by }: Paper): object {
  return Object.fromEntries(Object.entries({ title, kind: KIND + kind, date, expires, note, original, added, from: from?.name, by: by?.name }).filter(([, value]) => value !== undefined));
}

const version = { file: text, type: text, version: text };
const paper = {
  title: text, kind: text, date: optional(text), expires: optional(text), note: optional(text), original: optional(text), versions: list(loose(version)),
};
const catalog = loose({ papers: list(loose(paper)) });
export type ListedPaper = ShapeOf<typeof paper>;

/** Reads what `linkedData` wrote. Whoever made the archive may have written anything: only words are taken from it, and the files are looked at anew. */
export function readLinked(json: string): readonly ListedPaper[] {
  return catalog(JSON.parse(json)).papers.map(one => ({
    ...one, kind: one.kind.startsWith(KIND) ? one.kind.slice(KIND.length) : "other",
    versions: one.versions.map(entry => ({ ...entry, file: decodeURIComponent(entry.file) })),
  }));
}
