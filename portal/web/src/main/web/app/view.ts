import type { TemplateResult } from "lit-html";

export type ViewName = "create-wallet" | "sign-in" | "wallet" | "paper" | "add-paper" | "edit-paper" | "export" | "import" | "lend" | "loan" | "loans" | "log" | "desk" | "desk-loan" | "agency" | "audit"
  | "more" | "mask" | "new-slots"
  | "inbox" | "helpers" | "helper" | "helper-new" | "helping" | "helping-offer" | "helping-person" | "helping-add" | "helping-file" | "helping-paper" | "deposit"
  | "card" | "phone" | "sign-in-phone"
  | "keys" | "key-add" | "key-change" | "lost" | "stopped"
  | "kit" | "kit-make" | "kit-cards" | "reopen" | "reopen-state" | "counter" | "erase" | "erased";

/** One screen: the app draws it, gives its heading the focus and throws it away when the next one comes. */
export interface View {
  readonly name: ViewName;
  /** Words of the heading, in the language of the moment. */
  title(): string;
  /** Under the heading. */
  render(): TemplateResult;
  /** Wider than a text, for tiles and viewers. */
  readonly wide?: boolean;
  /** First thing to do once it is on screen. */
  start?(): Promise<void>;
  /** Lets go of what it holds: pictures, timers, open files. */
  dispose?(): void;
}
