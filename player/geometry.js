/**
 * Where the film's frame lies inside the element, and where a hotspot lies on it. All in CSS px.
 *
 * @typedef {{x: number, y: number, w: number, h: number}} Rect
 */

/** The least a finger needs, in CSS px. */
export const LEAST = 44;

/**
 * Fit a frame into a box as `object-fit: contain` does.
 *
 * @param {{w: number, h: number}} box
 * @param {{width: number, height: number}} frame
 * @returns {Rect}
 */
export function contain(box, frame) {
  const scale = Math.min(box.w / frame.width, box.h / frame.height);
  const w = frame.width * scale;
  const h = frame.height * scale;
  return { x: (box.w - w) / 2, y: (box.h - h) / 2, w, h };
}

/**
 * Place a rectangle given in 0..1 of the frame, at least 44 px each way and inside the frame.
 *
 * @param {Rect} part
 * @param {Rect} frame
 * @returns {Rect}
 */
export function place(part, frame) {
  const [x, w] = span(part.x * frame.w, part.w * frame.w, frame.w);
  const [y, h] = span(part.y * frame.h, part.h * frame.h, frame.h);
  return { x: frame.x + x, y: frame.y + y, w, h };
}

/**
 * Grow a span about its middle to the least length, then move it inside 0..room.
 *
 * @param {number} from
 * @param {number} length
 * @param {number} room
 * @returns {[number, number]}
 */
function span(from, length, room) {
  const grown = Math.min(room, Math.max(length, LEAST));
  const start = from - (grown - length) / 2;
  return [Math.min(Math.max(0, start), room - grown), grown];
}

/** @param {Rect} a @param {Rect} b */
export function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
