/**
 * What time it is in the film, and which instant the picture shows. The media element is the
 * authority; nothing here keeps time itself. Words go by `time`, what lies on the picture by `shown`.
 *
 * `requestVideoFrameCallback` is exact while frames move but silent during a held frame, so a timer
 * waits for the next edge that somebody watches, and seeks and pauses are read from `currentTime`.
 *
 * @typedef {{time: number, previous: number, seeked: boolean}} Tick
 * @typedef {(tick: Tick) => void} Watcher
 * @typedef {{readonly time: number, readonly shown: number, watch: (watcher: Watcher, edges: number[], signal: AbortSignal) => void,
 *   refresh: () => void}} Clock
 */

/** Frames by which `currentTime` may lead or trail the presented frame while frames move. */
const SLACK = 1.5;
/** Playing, a busy browser presents late: up to here (seconds) the presented frame is still believed. */
const LATE = 0.25;
const SOONEST_MS = 8;

/**
 * Say which instant of the film the shown picture belongs to, in seconds.
 *
 * @param {number | null} presented media time of the last presented frame
 * @param {number} current the element's `currentTime`
 * @param {number} fps
 * @param {boolean} playing
 */
export function shownTime(presented, current, fps, playing) {
  const apart = presented === null ? Infinity : Math.abs(current - presented);
  if (presented !== null && apart <= (playing ? LATE : SLACK / fps)) return presented;
  return Math.floor(current * fps + 0.01) / fps;
}

/**
 * Find the first of sorted `edges` after `time`.
 *
 * @param {number[]} edges
 * @param {number} time
 */
export function nextEdge(edges, time) {
  return edges.find((edge) => edge > time + 1e-3);
}

/**
 * @param {{video: HTMLVideoElement, fps: number, signal: AbortSignal}} options
 * @returns {Clock}
 */
export function runClock({ video, fps, signal }) {
  /** @type {Set<Watcher>} */
  const watchers = new Set();
  /** @type {number[]} */
  let edges = [];
  /** @type {number | null} */
  let presented = null;
  let time = 0;
  let shown = 0;
  let seeked = false;
  let timer = 0;
  let frame = 0;

  const playing = () => !video.paused && !video.ended && !video.seeking;

  const arm = () => {
    clearTimeout(timer);
    const edge = playing() ? nextEdge(edges, Math.min(time, shown)) : undefined;
    if (edge === undefined) return;
    const wait = ((edge - video.currentTime) / (video.playbackRate || 1)) * 1000;
    timer = setTimeout(() => evaluate(null), Math.max(SOONEST_MS, Math.ceil(wait)));
  };

  /** @param {number | null} believed media time of a frame just presented, or null */
  const evaluate = (believed) => {
    const goesOn = playing() && !seeked;
    const pictured = shownTime(believed, video.currentTime, fps, playing());
    shown = goesOn ? Math.max(pictured, shown) : pictured;
    const now = goesOn ? Math.max(video.currentTime, time) : video.currentTime;
    const tick = { time: now, previous: time, seeked };
    time = now;
    seeked = false;
    for (const watcher of watchers) watcher(tick);
    arm();
  };

  if ('requestVideoFrameCallback' in video) {
    const onFrame = (/** @type {number} */ _, /** @type {{mediaTime: number}} */ data) => {
      presented = data.mediaTime;
      evaluate(presented);
      frame = video.requestVideoFrameCallback(onFrame);
    };
    frame = video.requestVideoFrameCallback(onFrame);
    signal.addEventListener('abort', () => video.cancelVideoFrameCallback(frame));
  }
  for (const name of ['seeking', 'seeked']) {
    video.addEventListener(name, () => ((seeked = true), evaluate(presented)), { signal });
  }
  for (const name of ['play', 'playing', 'pause', 'ended', 'ratechange', 'loadeddata']) {
    video.addEventListener(name, () => evaluate(presented), { signal });
  }
  video.addEventListener('timeupdate', () => evaluate(null), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    get time() {
      return time;
    },
    get shown() {
      return shown;
    },
    watch(watcher, more, until) {
      watchers.add(watcher);
      edges = [...new Set([...edges, ...more])].sort((a, b) => a - b);
      until.addEventListener('abort', () => watchers.delete(watcher));
      watcher({ time, previous: time, seeked: true });
    },
    refresh: () => evaluate(presented),
  };
}
