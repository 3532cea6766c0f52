import { describe, expect, it } from "vitest";
import { formatDuration, parseDuration } from "../../components/app/load/duration";
import { bytes, seconds } from "../../components/app/units";

describe("units", () => {
  it.each([
    ["1024", 1024],
    ["1k", 1024],
    ["64KiB", 65_536],
    ["1.5gb", 1_610_612_736],
    ["10 m", 10_485_760],
    ["5b", 5],
    ["2T", 2_199_023_255_552],
    ["-1", -1],
  ])("%s is %d bytes", (text, size) => {
    expect(bytes(text)).toBe(size);
  });

  it.each(["", "m", "1x", "1kbb", "-1k", "1bb", "ten"])("%j is no size", text => {
    expect(bytes(text)).toBeNaN();
  });

  it.each([
    ["1m30s", 90],
    ["500ms", 0.5],
    ["1.5h", 5400],
    ["2d", 172_800],
    ["1w", 604_800],
    ["0", 0],
    ["-2s", -2],
  ])("%s is %d seconds", (text, value) => {
    expect(seconds(text)).toBe(value);
  });

  it.each(["", "5", "s", "1y", "1m 2s", "."])("%j is no duration", text => {
    expect(seconds(text)).toBeNaN();
  });

  it.each(["0s", "1ns", "1.5µs", "2.25ms", "1s", "1m0s", "1h0m0.5s", "-26h0m0s"])(
    "%s is printed as it is read",
    text => {
      const nanoseconds = parseDuration(text);
      expect(nanoseconds === undefined ? undefined : formatDuration(nanoseconds)).toBe(text);
    },
  );
});
