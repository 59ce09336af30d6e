/**
 * What a film hands to its player, checked once where it comes in. Times are seconds.
 *
 * @typedef {{t: number, x: number, y: number, w: number, h: number}} Key a place at a time, 0..1 of the frame
 * @typedef {{type: string, fact?: string | null}} Action
 * @typedef {{id: string, scene: string, action: Action, label: string, start: number, end: number,
 *   pause: boolean, priority: number, keys: Key[]}} Hotspot
 * @typedef {{version: 1, video: {width: number, height: number, fps: number, duration: number,
 *   frames: number}, language: string, direction: 'ltr' | 'rtl', hotspots: Hotspot[]}} HotspotFile
 * @typedef {{start: number, end: number, lines: string[]}} Cue
 * @typedef {{start: number, title: string}} Chapter
 * @typedef {{title: string, hotspots: HotspotFile, captions: Cue[] | string, chapters: Chapter[],
 *   actions: Record<string, string>, handled: string[], strings: Record<string, string>,
 *   captionsOn?: boolean}} FilmData as it arrives: captions are cues, or the text of a WebVTT file
 * @typedef {{title: string, width: number, height: number, fps: number, duration: number,
 *   language: string, direction: 'ltr' | 'rtl', hotspots: Hotspot[], cues: Cue[],
 *   chapters: Chapter[], actions: Record<string, string>, captionsOn: boolean}} Film
 */

import { parseVtt } from 'billreel/vtt.js';

/** Schemes that run or read something here instead of leading somewhere. */
const UNSAFE = new Set(['javascript:', 'data:', 'blob:', 'file:', 'vbscript:', 'about:']);

/**
 * Check what arrived and put it in order.
 *
 * Hotspots whose action leads nowhere (no address, and nobody who handles it) are left out: a
 * button that does nothing is worse than none.
 *
 * @param {FilmData} data
 * @returns {Film}
 * @throws {TypeError} naming the place that is wrong, never a value
 */
export function readFilm(data) {
  const file = data.hotspots;
  if (file.version !== 1) throw new TypeError('hotspots/version: this player knows version 1');
  const { width, height, fps, duration } = file.video;
  for (const [name, value] of Object.entries({ width, height, fps, duration })) {
    if (!(value > 0 && Number.isFinite(value))) {
      throw new TypeError(`hotspots/video/${name}: not a positive number`);
    }
  }
  const actions = Object.fromEntries(
    Object.entries(data.actions).filter(([, address]) => leadsSomewhere(address)),
  );
  const doable = new Set([...Object.keys(actions), ...data.handled]);
  file.hotspots.forEach(checkHotspot);
  return {
    title: data.title,
    width,
    height,
    fps,
    duration,
    language: file.language,
    direction: file.direction === 'rtl' ? 'rtl' : 'ltr',
    hotspots: file.hotspots
      .filter((spot) => doable.has(spot.action.type))
      .sort((a, b) => a.start - b.start || b.priority - a.priority),
    cues: typeof data.captions === 'string' ? parseVtt(data.captions) : data.captions,
    chapters: [...data.chapters].sort((a, b) => a.start - b.start),
    actions,
    captionsOn: data.captionsOn !== false,
  };
}

/** @param {Hotspot} spot @param {number} index */
function checkHotspot(spot, index) {
  const where = `hotspots/hotspots/${index}`;
  if (!(spot.start < spot.end)) throw new TypeError(`${where}: it ends before it starts`);
  if (!spot.label) throw new TypeError(`${where}/label: empty`);
  if (!spot.keys.length) throw new TypeError(`${where}/keys: empty`);
  let before = -Infinity;
  spot.keys.forEach((key, at) => {
    if (key.t < before) throw new TypeError(`${where}/keys/${at}/t: not in order`);
    before = key.t;
  });
}

/** @param {string} address */
function leadsSomewhere(address) {
  try {
    return !UNSAFE.has(new URL(address, 'https://relative.invalid/').protocol);
  } catch {
    return false;
  }
}
