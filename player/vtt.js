/** @typedef {import('./film.js').Cue} Cue */

const TIMING = /^\s*((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})\s+-->\s+((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})(?:\s|$)/;
const ENTITIES = new Map([
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['nbsp', '\u00a0'], ['lrm', '\u200e'], ['rlm', '\u200f'],
]);

/**
 * Read the cues of a WebVTT file as plain lines of text, in order of start.
 *
 * Tags are dropped, settings ignored, a block without a timing line (NOTE, STYLE, REGION) skipped.
 *
 * Source: https://www.w3.org/TR/webvtt1/#file-parsing
 *
 * @param {string} text
 * @returns {Cue[]}
 * @throws {TypeError} when it does not start with the WEBVTT signature
 */
export function parseVtt(text) {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').split('\n');
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) throw new TypeError('captions: not WebVTT');
  /** @type {Cue[]} */
  const cues = [];
  for (let at = 1; at < lines.length; at += 1) {
    const timing = TIMING.exec(lines[at] ?? '');
    if (!timing) continue;
    const start = seconds(timing[1] ?? '');
    const end = seconds(timing[2] ?? '');
    /** @type {string[]} */
    const payload = [];
    while (lines[at + 1]) payload.push(plain(lines[(at += 1)] ?? ''));
    if (end > start) cues.push({ start, end, lines: payload });
  }
  return cues.sort((a, b) => a.start - b.start);
}

/** @param {string} stamp "hh:mm:ss.mmm" or "mm:ss.mmm" */
function seconds(stamp) {
  return stamp.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}

/** @param {string} line */
function plain(line) {
  return line
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name) => ENTITIES.get(name) ?? whole);
}
