/**
 * Sound and speed.
 *
 * @typedef {import('./bill-player.js').Target} Target
 */

import { make } from 'billreel/dom.js';
import { icon } from 'billreel/icons.js';

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];

/** @param {{target: Target, signal: AbortSignal}} options */
export function attachSound({ target, signal }) {
  const { video, text, row, host } = target;
  const mute = make('button', { type: 'button', class: 'key' });
  const volume = make('input', {
    type: 'range', class: 'slide volume', min: 0, max: 1, step: 0.05, 'aria-label': text('volume'), dir: 'ltr',
  });
  row.append(mute, volume);
  const show = () => {
    const silent = video.muted || video.volume === 0;
    mute.setAttribute('aria-label', text(silent ? 'unmute' : 'mute'));
    mute.replaceChildren(icon(silent ? 'muted' : 'sound'));
    volume.value = `${silent ? 0 : video.volume}`;
    volume.style.setProperty('--done', `${silent ? 0 : video.volume * 100}%`);
  };
  const turn = () => {
    const silent = video.muted || video.volume === 0;
    video.muted = !silent;
    if (silent && video.volume === 0) video.volume = 1;
  };
  mute.addEventListener('click', turn, { signal });
  host.addEventListener('bill-mute', turn, { signal });
  volume.addEventListener('input', () => {
    video.volume = Number(volume.value);
    video.muted = false;
  }, { signal });
  video.addEventListener('volumechange', show, { signal });
  show();
}

/** @param {{target: Target, signal: AbortSignal}} options */
export function attachSpeed({ target, signal }) {
  const { video, text, row } = target;
  const speed = make('select', { class: 'key speed', 'aria-label': text('speed'), dir: 'ltr' });
  speed.append(...SPEEDS.map((rate) => make('option', { value: rate }, `${rate}×`)));
  row.append(speed);
  const show = () => {
    speed.value = `${video.playbackRate}`;
  };
  speed.addEventListener('change', () => {
    video.playbackRate = Number(speed.value);
  }, { signal });
  video.addEventListener('ratechange', show, { signal });
  show();
}

export const css = `
.volume { inline-size: 76px; margin-right: 6px; }
.speed { appearance: none; inline-size: auto; min-inline-size: 48px; padding: 0 6px; text-align: center; text-align-last: center;
  font: 600 .875rem/1 var(--font); font-variant-numeric: tabular-nums; }
.speed option { color: #0b1020; background: #fff; }
@container (width < 720px) { .volume { display: none; } }
@media (hover: none) { .volume { display: none; } }`;
