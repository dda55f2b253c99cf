import { html, type TemplateResult } from "lit-html";
import { has, language, t, type Key } from "../i18n/index.ts";
import { moment, seconds } from "../i18n/format.ts";
import { notice } from "../ui/pieces.ts";
import { PasserelleError } from "../wallet/index.ts";

export interface Message {
  readonly name: string;
  readonly tone: "good" | "bad" | "warm";
  readonly text: () => string;
  /** What can be answered. */
  readonly actions?: () => TemplateResult;
}

/** Good news, or anything that is no failure. */
export function say(name: string, key: Key, tone: Message["tone"] = "good"): Message {
  return { name, tone, text: () => t(key) };
}

/** Every failure as a sentence that says what to do next. What we have no sentence for gets the general one, under its own name. */
export function failed(error: unknown): Message {
  const failure = error instanceof PasserelleError ? error.failure : undefined;
  const name = failure?.name ?? "unexpected";
  const values = {
    wait: seconds(failure?.retryAfter ?? 30),
    at: failure?.at === undefined ? t("somewhen") : moment(failure.at),
  };
  return { name, tone: "bad", text: () => t(sentenceFor(name, failure?.reason), values) };
}

export function sentenceFor(name: string, reason?: string): Key {
  const precise = `message.${name}.${reason ?? ""}`;
  const plain = `message.${name}`;
  return has(precise) ? precise : has(plain) ? plain : "message.unexpected";
}

/** What can only go on with another sign-in. */
const OVER = ["sessionEnded", "passphraseUnclear", "recoveryUnclear", "passphraseCounts"];

export function draw(message: Message): TemplateResult {
  if (message.actions !== undefined) return notice(message.name, message.tone, html`<p>${message.text()}</p><div class="actions">${message.actions()}</div>`);
  return notice(message.name, message.tone, !OVER.includes(message.name) ? message.text()
    : html`<p>${message.text()}</p><p><a class="button" href="/sign-in?lang=${language()}">${t("message.signInAgain")}</a></p>`);
}
