/**
 * The type of a field for something secret. Where the browser can mask a text, it is a text: browsers write down what they see in password
 * fields, or at least whose they were, whatever the page says about it, and the next person at a shared computer finds it.
 */
export function secretType(shown: boolean): "text" | "password" {
  return shown || CSS.supports("-webkit-text-security", "disc") ? "text" : "password";
}

/** Put on the same field. */
export function secretClass(shown: boolean): string {
  return shown ? "" : "masked";
}
