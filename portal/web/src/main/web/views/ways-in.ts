import { html, nothing, type TemplateResult } from "lit-html";
import type { App } from "../app/app.ts";
import { t, type Key } from "../i18n/index.ts";
import { action } from "../ui/pieces.ts";

/** A way into the wallet that is not the passphrase. */
export interface WayIn {
  readonly action: string;
  readonly picture: string;
  readonly words: Key;
  readonly show: (app: App) => void;
  /** Not offered where it cannot work. */
  readonly possible?: () => boolean;
}

export function waysIn(app: App, ways: readonly WayIn[], title: Key): TemplateResult | typeof nothing {
  const open = ways.filter(way => way.possible?.() ?? true);
  return open.length === 0 ? nothing : html`<section class="ways-in"><h2>${t(title)}</h2>
    <div class="actions">${open.map(way => action(way.action, way.picture, t(way.words), () => way.show(app), { busy: app.busy }))}</div></section>`;
}
