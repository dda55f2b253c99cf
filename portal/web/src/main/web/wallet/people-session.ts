import { People } from "../api/people.ts";
import { Registry } from "../api/registry.ts";
import { damaged } from "../crypto/failure.ts";
import { HolderAddresses } from "./addresses.ts";
import type { Agencies } from "./agencies.ts";
import { WorkerDeposits } from "./deposits.ts";
import { AccountHelping } from "./helping.ts";
import { HolderInbox } from "./inbox.ts";
import type { Loans } from "./loans.ts";
import { HolderMandates } from "./mandates.ts";
import { Meetings } from "./meetings.ts";
import type { Papers } from "./papers.ts";
import type { Parts } from "./session.ts";
import type { Config, Session } from "./types.ts";

export interface PeopleParts extends Pick<Session, "addresses" | "mandates" | "helping" | "inbox" | "deposits"> {
  /** After unlocking: files what helpers added, lays out anew what changed. Nobody waits for it. */
  settle(): Promise<void>;
  forget(): void;
}

/** What other people may do for, or put down for, the holder. */
export function peopleOf(config: Config, parts: Parts, papers: Papers, agencies: Agencies, loans: Loans): PeopleParts {
  const people = new People(parts.http);
  const card = async (): Promise<string> => {
    const kept = await parts.keysets.read();
    if (kept === undefined) {
      throw damaged();
    }
    return kept.keyset.card;
  };
  const common = { ...parts, people, card, meetings: new Meetings(config) };
  const addresses = new HolderAddresses(people, parts.account);
  const mandates = new HolderMandates({ ...common, addresses });
  const inbox = new HolderInbox({ ...common, papers, loans, agencies, addresses, mandates, language: config.language ?? "fr" });
  const deposits = new WorkerDeposits({ ...common, registry: new Registry(config.registryOrigin), agencies });
  return {
    addresses, mandates, inbox, deposits,
    helping: new AccountHelping(common),
    async settle() {
      await inbox.takeIn();
      await mandates.layOut();
    },
    forget() {
      inbox.forget();
      deposits.forget();
    },
  };
}
