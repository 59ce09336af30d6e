/**
 * `<bill-player>`: a bill's film on a plain `<video>`, with what can be done about the bill.
 *
 * Its one child `<video>` plays; a child `<script type="application/json">`, or the `data` property,
 * brings `FilmData`. Every action dispatches `bill-action`.
 *
 * @typedef {import('./film.js').Film} Film
 * @typedef {import('./film.js').FilmData} FilmData
 * @typedef {import('./clock.js').Clock} Clock
 * @typedef {import('./geometry.js').Rect} Rect
 *
 * @typedef {object} Target what features attach to
 * @property {HTMLElement} host
 * @property {ShadowRoot} root
 * @property {HTMLVideoElement} video
 * @property {Film} film
 * @property {Clock} clock
 * @property {import('./text.js').Text} text
 * @property {HTMLElement} screen holds the stage, and captions that find no room on it
 * @property {HTMLElement} stage the picture's box
 * @property {HTMLElement} overlay on the stage, for hotspots
 * @property {HTMLElement} bar
 * @property {HTMLElement} row of the bar's buttons
 * @property {HTMLElement} foot under the bar
 * @property {() => boolean} started whether the film has been played or moved yet
 * @property {() => Rect} frame where the picture lies on the stage, in CSS px
 * @property {() => Promise<void>} play
 * @property {(seconds: number) => void} seek
 * @property {(message: string) => void} say to a screen reader
 * @property {(then: () => void) => void} onResize
 * @property {() => void} resized
 */

import * as actions from 'billreel/actions.js';
import * as announce from 'billreel/announce.js';
import * as captions from 'billreel/captions.js';
import * as chapters from 'billreel/chapters.js';
import { runClock } from 'billreel/clock.js';
import * as controls from 'billreel/controls.js';
import { make } from 'billreel/dom.js';
import { readFilm } from 'billreel/film.js';
import * as fullscreen from 'billreel/fullscreen.js';
import { contain } from 'billreel/geometry.js';
import * as hotspots from 'billreel/hotspots.js';
import * as keyboard from 'billreel/keyboard.js';
import * as playing from 'billreel/playing.js';
import * as seek from 'billreel/seek.js';
import * as skin from 'billreel/skin.js';
import { speakWith } from 'billreel/text.js';
import * as transcript from 'billreel/transcript.js';
import * as waiting from 'billreel/waiting.js';

/** In the order of the bar and of the keyboard. */
const FEATURES = [
  playing.attach, controls.attachSound, hotspots.attach, waiting.attach, seek.attach, chapters.attach,
  controls.attachSpeed, captions.attach, fullscreen.attach, actions.attach, keyboard.attach,
  announce.attach,
];
const STYLES = [skin, actions, hotspots, captions, waiting, playing, seek, controls, chapters];

export class BillPlayer extends HTMLElement {
  /** @type {AbortController | null} */
  #life = null;
  /** @type {FilmData | null} */
  #data = null;

  connectedCallback() {
    this.#data ??= JSON.parse(this.querySelector('script[type="application/json"]')?.textContent ?? 'null');
    this.#start();
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#life = null;
  }

  /** @param {FilmData} data */
  set data(data) {
    this.disconnectedCallback();
    this.#data = data;
    if (this.isConnected) this.#start();
  }

  #start() {
    const video = this.querySelector('video');
    if (!this.#data || !video || this.#life) return;
    const film = readFilm(this.#data);
    this.#life = new AbortController();
    const { signal } = this.#life;
    const target = assemble(this, video, film, speakWith(this.#data.strings), signal);
    for (const attach of FEATURES) attach({ target, signal });
    const words = document.getElementById(this.getAttribute('transcript') ?? '');
    if (words) transcript.attach({ target, transcript: words, signal });
    this.dispatchEvent(new CustomEvent('bill-ready', { bubbles: true }));
  }
}

/**
 * Build the boxes that features fill.
 *
 * @param {HTMLElement} host
 * @param {HTMLVideoElement} video
 * @param {Film} film
 * @param {import('./text.js').Text} text
 * @param {AbortSignal} signal
 * @returns {Target}
 */
function assemble(host, video, film, text, signal) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const overlay = make('div', { class: 'overlay' });
  const stage = make('div', { class: 'stage', tabindex: -1 }, make('slot'), overlay);
  const screen = make('div', { class: 'screen' }, stage);
  const row = make('div', { class: 'row' });
  const bar = make('div', { class: 'bar' }, row);
  const foot = make('div', { class: 'foot' });
  const player = make('div', { class: 'player' }, make('div', { class: 'main' }, screen, bar), foot);
  player.style.setProperty('--ratio', `${film.width / film.height}`);
  root.replaceChildren(player);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES.map(({ css }) => css).join('\n'));
  root.adoptedStyleSheets = [sheet];

  host.setAttribute('role', 'region');
  host.setAttribute('aria-label', film.title);
  host.dataset.shape = film.width < film.height ? 'tall' : 'wide';
  video.controls = false;
  video.playsInline = true;

  /** @type {Set<() => void>} */
  const sized = new Set();
  const resized = () => sized.forEach((then) => then());
  const observer = new ResizeObserver(resized);
  observer.observe(stage);
  signal.addEventListener('abort', () => observer.disconnect());

  let started = video.currentTime > 0 || !video.paused;
  for (const name of ['play', 'seeking']) {
    video.addEventListener(name, () => (started = true), { signal });
  }
  return {
    host, root, video, film, text, screen, stage, overlay, bar, row, foot, resized,
    clock: runClock({ video, fps: film.fps, signal }),
    started: () => started,
    frame: () => contain({ w: stage.clientWidth, h: stage.clientHeight }, film),
    // A refusal (autoplay policy, a pause right after) leaves the film paused, which the bar shows.
    play: () => video.play().catch(() => undefined),
    seek: (seconds) => {
      video.currentTime = Math.min(Math.max(0, seconds), video.duration || film.duration);
    },
    say: announce.liveRegion(player),
    onResize: (then) => void sized.add(then),
  };
}

customElements.define('bill-player', BillPlayer);
