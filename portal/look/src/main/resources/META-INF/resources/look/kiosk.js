// A shared computer is known by its address alone (?kiosk): nothing is stored to remember it, so every way on takes it along.
const ours = ['.brand', '[data-action="show-registry"]'].map((name) => document.querySelector(name)?.origin);

function takeAlong(event) {
  const link = event.target.closest?.('a[href]');
  if (!link || link.dataset.action === 'quick-exit' || ![location.origin, ...ours].includes(link.origin)) return;
  const address = new URL(link.href);
  address.searchParams.set('kiosk', '');
  link.href = address.href;
}

if (new URLSearchParams(location.search).has('kiosk')) {
  for (const name of ['click', 'auxclick', 'contextmenu']) addEventListener(name, takeAlong, true);
  addEventListener('submit', ({ target }) => {
    if (target.method !== 'get' || target.elements.kiosk) return;
    target.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'kiosk' }));
  }, true);
}
