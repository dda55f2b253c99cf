import { label, purposeOf } from "../i18n/concepts.ts";
import { isolated, moment } from "../i18n/format.ts";
import { has, t, type Key } from "../i18n/index.ts";
import type { LogEvent } from "../wallet/types.ts";
import { agencyOf, titles } from "./loan-facts.ts";

/** Pictures by type of event; what is new to this page still gets a picture. */
export function eventPicture(type: string): string {
  return EVENTS[type] ?? "log";
}

const EVENTS: Readonly<Record<string, string>> = {
  mandateGiven: "handshake", mandateChanged: "handshake", mandateEnded: "take-back", mandateExpired: "clock", helperAdded: "add", helperProposed: "pencil", helperOpened: "eye", helperRefused: "refused",
  depositArrived: "mailbox", arrivalDecided: "check", agencyBlocked: "lock", agencyUnblocked: "check",
  accountOpened: "wallet", paperStored: "paper", paperDeleted: "delete", loanGiven: "lend", opening: "eye", openingRefused: "refused",
  loanEnded: "take-back", loanExpired: "clock", maskSet: "mask", maskEnded: "wallet", slotAdded: "key", slotDropped: "delete", passphraseChanged: "key", exported: "suitcase",
  kitMade: "cards", kitRevoked: "cards", recoveryCard: "cards", recoveryStopped: "refused", recoveryOpened: "door-open",
};

/** One event in plain words; who and for what stand in it when this wallet knows them. */
export function sentence(event: LogEvent): string {
  // Small pictures are stored like papers and have no title; neither has a paper that was deleted since.
  const type = event.type === "opening" && event.action === "save" ? "saving"
    : event.type === "recoveryCard" && event.agency === undefined ? "recoveryOwnCard"
    : event.type === "helperOpened" && event.action === "print" ? "helperPrinted" : event.type === "arrivalDecided" ? `arrivalDecided.${event.answer ?? ""}` : event.type;
  const untitled = `event.${type}.untitled`;
  const key = has(untitled) && event.papers.every(paper => paper.title === undefined) ? untitled : `event.${type}`;
  const wanted = purposeOf(event.purpose);
  const text = t(has(key) ? key : "event.other", {
    papers: event.papers.length === 0 ? t("aPaper") : titles(event.papers), agency: agencyOf(event), by: event.by ?? t("somebody"), helper: event.helper === undefined ? t("somebody") : isolated(event.helper), type: event.type,
  });
  const why = wanted === undefined ? "" : ` ${t("event.for", { purpose: label(wanted) })}`;
  const reason = event.reason === undefined ? "" : ` ${t(reasonKey(event.reason))}`;
  return text + why + reason;
}

function reasonKey(reason: string): Key {
  const key = `reason.${reason}`;
  return has(key) ? key : "reason.other";
}

export function when(event: LogEvent): string {
  return moment(event.at);
}
