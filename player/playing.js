/**
 * Playing and pausing: the big button on the poster, the one on the bar, a tap on the picture.
 *
 * @typedef {import('./bill-player.js').Target} Target
 */

import { make } from 'billreel/dom.js';
import { icon } from 'billreel/icons.js';

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
    for (const button of [big, small]) {
      button.setAttribute('aria-label', text(name));
      button.replaceChildren(icon(name));
    }
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
.big { position: absolute; inset: 0; margin: auto; inline-size: clamp(64px, 11cqi, 104px); block-size: clamp(64px, 11cqi, 104px);
  display: grid; place-items: center; border: 0; border-radius: 50%; color: var(--on-brand); cursor: pointer; z-index: 2;
  background: linear-gradient(135deg, var(--brand), var(--brand-end)); box-shadow: 0 0 0 6px #ffffff8c, 0 18px 40px #0b102059; }
.big svg { inline-size: 46%; block-size: 46%; }
@media (prefers-reduced-motion: no-preference) { .big { transition: scale .18s ease-out; } .big:hover { scale: 1.05; } }
.failed { margin: 0; padding: 14px 24px; background: var(--surface); color: var(--ink); font: 500 1rem/1.45 var(--font); }`;
