import { describe, expect, it } from "vitest";
import { canonicalImage, canonicalName } from "../../../components/app/lock/canonical-image";
import { helperImages } from "../../../components/workloads/kubernetes/helper-images";
import { loadedApp } from "../shared/loaded-app";
import { planned } from "./facts";

const wait = (condition: "service_started" | "service_completed_successfully") => ({
  depends_on: { a: { condition, required: true } },
});
const APPS = {
  alone: { services: { a: { image: "example" } } },
  waiting: { services: { a: { image: "example" }, b: { image: "example", ...wait("service_started") } } },
  migrated: {
    services: { a: { image: "example" }, b: { image: "example", ...wait("service_completed_successfully") } },
  },
  stored: {
    services: {
      a: { image: "example", user: "1", volumes: [{ type: "volume" as const, source: "d", target: "/d" }] },
    },
    volumes: { d: { name: "d" } },
  },
};
/** The images of all containers in a plan that are not the app's own. */
function helpersOf(plan: ReturnType<typeof planned>): readonly string[] {
  const images = JSON.stringify(plan.manifests).match(/(?<="image":")[^"]+/g) ?? [];
  return [...new Set(images)].filter(image => image !== "example").sort();
}

describe("towpath's helpers on a cluster", () => {
  it.each(Object.entries(APPS))("are in the lock of an app that needs them: %s", (_, app) => {
    const loaded = loadedApp(app);
    const wanted = [...helperImages(loaded.app)].sort();
    expect(helpersOf(planned(loaded))).toEqual(wanted);
  });

  it.each(Object.entries(APPS))("are named by the lock's digests: %s", (_, app) => {
    const digest = `sha256:${"a".repeat(64)}`;
    const names = helperImages(loadedApp(app).app).flatMap(image => canonicalImage(image) ?? []);
    const lock = Object.fromEntries(names.map(name => [canonicalName(name), digest]));
    const helpers = helpersOf(planned(loadedApp(app, { lock })));
    expect(helpers).toHaveLength(names.length);
    expect(helpers.filter(image => !image.endsWith(`@${digest}`))).toEqual([]);
  });
});
