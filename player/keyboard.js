/**
 * Keys, while focus is inside the player and not in a control that uses the same key (WCAG 2.1.4).
 *
 * @typedef {import('./bill-player.js').Target} Target
 */

const PRESSED = 'button, a, select, input, summary, [role=button]';
const MOVED = 'input, select';

/**
 * Say whether a control does something of its own with a key.
 *
 * @param {Element} control
 * @param {string} key
 */
export function usesKey(control, key) {
  if (key === ' ' || key === 'Enter') return control.matches(PRESSED);
  if (key.startsWith('Arrow') || key === 'Home' || key === 'End') return control.matches(MOVED);
  return control.matches('select, input:not([type=range])');
}

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { host, video, film } = target;
  const tell = (/** @type {string} */ name) => () => host.dispatchEvent(new CustomEvent(name));
  const louder = (/** @type {number} */ by) => () => {
    video.volume = Math.min(1, Math.max(0, video.volume + by));
    video.muted = false;
  };
  const ahead = (/** @type {number} */ by) => () => target.seek(video.currentTime + by);
  /** @type {Record<string, () => unknown>} */
  const keys = {
    ' ': tell('bill-toggle'), k: tell('bill-toggle'), m: tell('bill-mute'), c: tell('bill-captions'),
    f: tell('bill-fullscreen'), ArrowLeft: ahead(-5), ArrowRight: ahead(5),
    ArrowUp: louder(0.1), ArrowDown: louder(-0.1), Home: () => target.seek(0), End: () => target.seek(film.duration),
  };
  host.addEventListener('keydown', (event) => {
    const control = event.composedPath()[0];
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (control instanceof Element && usesKey(control, event.key)) return;
    event.preventDefault();
    act();
  }, { signal });
}
