// Leaves this page at once, and leaves nothing to come back to: the button on every page, or Escape pressed three times.
// It is its own small file so that it works before, and without, everything else.
const button = document.querySelector('[data-action="quick-exit"]');
const times = 3;
const within = 2000;
let pressed = [];

function leave() {
  document.documentElement.hidden = true;
  document.dispatchEvent(new Event('passerelle:leave'));
  location.replace(button.href);
}

button?.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.repeat || !button) return;
  pressed = [...pressed.filter((at) => event.timeStamp - at < within), event.timeStamp];
  if (pressed.length >= times) leave();
}, true);
