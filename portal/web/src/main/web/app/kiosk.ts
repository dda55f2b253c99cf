/** Whether this computer belongs to nobody in particular: its deployment says so, or the address (`?kiosk`). Nothing is stored to remember it. */
export function atKiosk(): boolean {
  return document.getElementById("app")?.dataset["kiosk"] !== undefined || inAddress();
}

/** An address of ours with the same knowledge; what the person clicks, `look/kiosk.js` does for. */
export function onward(address: string): string {
  return inAddress() ? `${address}&kiosk` : address;
}

function inAddress(): boolean {
  return new URLSearchParams(location.search).has("kiosk");
}
