/**
 * Playing and pausing: the big button on the poster, the one on the bar, a tap on the picture.
 *
 * @typedef {import('./bill-player.js').Target} Target
 */

import { make } from 'billreel/dom.js';
import { icon } from 'billreel/icons.js';
import { clockTime } from 'billreel/text.js';

/** @param {{target: Target, signal: AbortSignal}} options */
export function attach({ target, signal }) {
  const { video, text, stage, row, host, screen } = target;
  const big = make('button', { type: 'button', class: 'big' });
  const small = make('button', { type: 'button', class: 'key play' });
  const failed = make('p', { class: 'failed', role: 'alert', hidden: true }, text('failed'));
  stage.prepend(big);
  row.append(small);
  screen.append(failed);

  const toggle = () => {
    if (video.paused || video.ended) void target.play();
    else video.pause();
  };
  const show = () => {
    const state = video.error
      ? 'failed'
      : !target.started() ? 'poster' : video.ended ? 'ended' : video.paused ? 'paused' : 'playing';
    if (host.dataset.state === state) return;
    host.dataset.state = state;
    const name = state === 'ended' ? 'replay' : state === 'playing' ? 'pause' : 'play';
    const focused = target.root.activeElement === big;
    big.hidden = state !== 'poster' && state !== 'ended';
    if (focused && big.hidden) small.focus({ preventScroll: true });
    small.setAttribute('aria-label', text(name));
    small.replaceChildren(icon(name));
    const long = make('span', { class: 'long', dir: 'ltr' }, clockTime(target.film.duration));
    big.replaceChildren(icon(name), text(name), long);
    failed.hidden = state !== 'failed';
  };

  big.addEventListener('click', toggle, { signal });
  small.addEventListener('click', toggle, { signal });
  stage.addEventListener('click', (event) => {
    if (event.target === video || event.target === stage) toggle();
  }, { signal });
  host.addEventListener('bill-toggle', toggle, { signal });
  for (const name of ['play', 'pause', 'ended', 'seeking', 'seeked', 'error']) {
    video.addEventListener(name, show, { signal });
  }
  show();
}

export const css = `
.big { position: absolute; inset-block-end: 4%; inset-inline-start: 7.5%; display: inline-flex; align-items: center; gap: 10px; z-index: 2;
  min-block-size: clamp(44px, 7.4cqi, 64px); padding: 0 clamp(16px, 2.4cqi, 24px); border: 0; border-radius: 32px;
  background: #fff; color: #0b1020; font: 600 clamp(1rem, 2cqi, 1.1875rem)/1 var(--font); cursor: pointer; box-shadow: 0 8px 24px #0b102059; }
.long { color: #596178; font-variant-numeric: tabular-nums; }
@media (prefers-reduced-motion: no-preference) { .big { transition: scale .18s ease-out; } .big:hover { scale: 1.03; } }
.failed { margin: 0; padding: 14px 24px; background: var(--surface); color: var(--ink); font: 500 1rem/1.45 var(--font); }`;
