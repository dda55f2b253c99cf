import { html, type TemplateResult } from "lit-html";
import type { Session } from "../wallet/types.ts";
import { t, type Key } from "../i18n/index.ts";
import { pictogram } from "../ui/pieces.ts";
import { agency } from "../views/agency.ts";
import { audit } from "../views/audit.ts";
import { counter } from "../views/counter.ts";
import { deposit } from "../views/deposit.ts";
import { desk } from "../views/desk.ts";
import { inbox } from "../views/inbox.ts";
import { loans } from "../views/loans.ts";
import { log } from "../views/log.ts";
import { more } from "../views/more.ts";
import { newSlots } from "../views/new-slots.ts";
import { wallet } from "../views/wallet.ts";
import type { App } from "./app.ts";
import type { View, ViewName } from "./view.ts";

interface Door {
  readonly action: string;
  readonly picture: string;
  readonly words: Key;
  readonly open: (app: App) => View;
  readonly views: readonly ViewName[];
  readonly roles: readonly string[];
}

const DOORS: readonly Door[] = [
  { action: "show-wallet", picture: "wallet", words: "nav.wallet", open: wallet, views: ["wallet", "paper", "add-paper", "edit-paper", "lend"], roles: ["holder"] },
  { action: "show-loans", picture: "loans", words: "nav.loans", open: loans, views: ["loans", "loan"], roles: ["holder"] },
  { action: "show-log", picture: "log", words: "nav.log", open: log, views: ["log"], roles: ["holder"] },
  { action: "show-inbox", picture: "mailbox", words: "nav.inbox", open: inbox, views: ["inbox"], roles: ["holder"] },
  { action: "show-more", picture: "more", words: "nav.more", open: more, views: ["more", "keys", "key-add", "key-change", "mask", "card", "phone", "kit", "kit-make", "kit-cards", "erase"], roles: ["holder"] },
  { action: "show-desk", picture: "desk", words: "nav.desk", open: desk, views: ["desk", "desk-loan"], roles: ["worker"] },
  { action: "show-counter", picture: "cards", words: "nav.counter", open: counter, views: ["counter"], roles: ["worker"] },
  { action: "show-deposit", picture: "mailbox", words: "nav.deposit", open: deposit, views: ["deposit"], roles: ["worker"] },
  { action: "show-agency", picture: "building", words: "nav.agency", open: agency, views: ["agency"], roles: ["agency-admin", "registry-editor"] },
  { action: "show-audit", picture: "audit", words: "nav.audit", open: audit, views: ["audit"], roles: ["auditor"] },
];

/** The doors a person may open; somebody with no known role has a wallet like everyone. */
export function doors(roles: readonly string[]): readonly Door[] {
  const open = DOORS.filter(door => door.roles.some(role => roles.includes(role)));
  return open.length > 0 ? open : DOORS.filter(door => door.roles.includes("holder"));
}

export function firstView(app: App): View {
  if (app.session.newSlots.list.length > 0) return newSlots(app);
  return (doors(app.session.me.roles)[0]?.open ?? wallet)(app);
}

export function navigation(app: App, session: Session, here: ViewName): TemplateResult {
  return html`<nav class="doors no-print" aria-label=${t("nav.label")}>
    ${doors(session.me.roles).map(door => html`<button type="button" class="door" data-action=${door.action}
      aria-current=${door.views.includes(here) ? "page" : "false"} @click=${() => app.show(door.open(app))}>${pictogram(door.picture)}<span>${t(door.words)}</span></button>`)}
    <button type="button" class="door leave" data-action="leave" @click=${() => app.leave("left")}>${pictogram("leave")}<span>${t("nav.leave")}</span></button>
  </nav>`;
}
