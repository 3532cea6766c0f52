import type { Cycle } from "./cycle";
import type { Point } from "./killed";

/** A sequence of numbers from 0 up to 1 that is the same for the same seed (mulberry32, Tommy Ettinger). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A sequence of points among the first `calls` beginnings and ends of an operation. */
function points(seed: number, calls: number): () => Point {
  const next = random(seed);
  return () => ({ after: 1 + Math.floor(next() * calls), fate: next() < 0.5 ? "reached" : "lost" });
}

/** Points at which engines die somewhere among the first `calls` beginnings and ends of an update. */
export function pointsOf(seed: number, count: number, calls: number): readonly Point[] {
  return Array.from({ length: count }, points(seed, calls));
}

/** Cycles whose engines die somewhere among the first `calls` beginnings and ends of an operation. */
export function cyclesOf(seed: number, count: number, calls: number): readonly Cycle[] {
  const point = points(seed, calls);
  return Array.from({ length: count }, () => ({ up: point(), destroy: point() }));
}
