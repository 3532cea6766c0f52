import { describe, expect, it } from "vitest";
import { usedKeys } from "../../../components/workloads/shared/used-keys";
import { loadedApp } from "./loaded-app";

function used(app: Parameters<typeof loadedApp>[0]): string[] {
  return usedKeys(loadedApp(app).app).map(({ key, path }) => `${key} ${path.join("/")}`);
}

describe("the keys that an app uses", () => {
  it("go down to entries of lists and names, and stop at free maps", () => {
    const service = {
      environment: { A: "1" },
      networks: { n: { aliases: ["x"] } },
      volumes: [{ type: "bind" as const, source: "/a", target: "/b", bind: {} }],
    };
    expect(used({ services: { web: service } })).toEqual([
      "name name",
      "services services",
      "services.*.environment services/web/environment",
      "services.*.networks services/web/networks",
      "services.*.networks.*.aliases services/web/networks/n/aliases",
      "services.*.volumes services/web/volumes",
      "services.*.volumes[].type services/web/volumes/0/type",
      "services.*.volumes[].source services/web/volumes/0/source",
      "services.*.volumes[].target services/web/volumes/0/target",
    ]);
  });

  it("are not those that the canonical form fills in", () => {
    const volumes = { data: { name: "app_data" }, old: { name: "mine" } };
    expect(used({ services: {}, volumes }).filter(key => key.includes("name"))).toEqual([
      "name name",
      "volumes.*.name volumes/old/name",
    ]);
  });
});
