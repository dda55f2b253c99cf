import { kind, purpose } from "../../../../../../vocab/src/main/resources/brussels/passerelle/vocab/concepts.json";
import type { Names } from "../wallet/types.ts";
import { named } from "./index.ts";

/** One entry of a list of the vocabulary. */
export interface Concept {
  readonly notation: string;
  readonly broader?: string;
  readonly pictogram: string;
  readonly labels: Names;
}

export const kinds: readonly Concept[] = kind;
export const purposes: readonly Concept[] = purpose;

const OTHER: Concept = { notation: "other", pictogram: "paper", labels: {} };

export function kindOf(notation: string | undefined): Concept {
  return kinds.find(known => known.notation === notation) ?? OTHER;
}

export function purposeOf(notation: string | undefined): Concept | undefined {
  return purposes.find(known => known.notation === notation);
}

export function label(concept: Concept): string {
  return named(concept.labels, concept.notation);
}

/** First level of a list, in the order to show. */
export function tops(list: readonly Concept[]): readonly Concept[] {
  return list.filter(concept => concept.broader === undefined);
}

export function narrower(list: readonly Concept[], notation: string): readonly Concept[] {
  return list.filter(concept => concept.broader === notation);
}
