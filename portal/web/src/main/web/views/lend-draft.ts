import { named } from "../i18n/index.ts";
import type { Action, Agency, AgencyKeys, Duration, LoanRequest } from "../wallet/types.ts";

export interface PaperChoice {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
}

/** A loan being thought about: nothing of it leaves this page before it is confirmed. */
export class LendDraft {
  readonly papers: Set<string>;
  query = "";
  found: readonly Agency[] | undefined;
  agency: Agency | undefined;
  keys: AgencyKeys | undefined;
  team = "";
  purpose = "";
  duration: Duration | undefined;
  rights: Action | undefined;

  /** Of these papers, when they are not one's own. */
  readonly choice: readonly PaperChoice[] | undefined;

  constructor(papers: readonly string[], choice?: readonly PaperChoice[]) {
    this.papers = new Set(papers);
    this.choice = choice;
  }

  agencyName(): string {
    return this.agency === undefined ? "" : named(this.agency.names, this.agency.name);
  }

  teamName(): string {
    const team = this.keys?.functions.find(known => known.function === this.team);
    return team === undefined ? this.team : named(team.names, team.function);
  }

  request(): LoanRequest {
    const { agency, duration, rights } = this;
    if (agency === undefined || duration === undefined || rights === undefined) throw new Error("questions left open");
    return {
      papers: [...this.papers], agency: agency.id, agencyName: this.agencyName(), function: this.team, functionName: this.teamName(),
      purpose: this.purpose, duration, action: rights,
    };
  }
}
