import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../components/lib/issues";
import { planDocker } from "../../../components/workloads/docker/plan";
import { usedKeys } from "../../../components/workloads/shared/used-keys";
import { corpusApp, corpusNames, hasCorpus } from "../kubernetes/corpus";

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  portainer: ["services.portainer.volumes[0]"],
  "traefik-golang": ["services.frontend.volumes[0]"],
  "wasmedge-kafka-mysql": ["services.etl.runtime", "services.etl.platform"],
  "wasmedge-mysql-nginx": ["services.backend.runtime", "services.backend.platform"],
};

function outcome(name: string): readonly string[] {
  try {
    planDocker({ loaded: corpusApp(name), volumeSizeGb: 10 });
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.issues.map(({ path }) => path);
  }
}

describe.skipIf(!hasCorpus)(
  "awesome-compose on a Docker host (skipped without ../shared/compose-corpus)",
  () => {
    it("has 39 apps", () => {
      expect(corpusNames).toHaveLength(39);
    });

    it.each(corpusNames)("%s is planned, or refused by name", name => {
      expect(outcome(name)).toEqual(REFUSED[name] ?? []);
    });

    it.each(corpusNames.filter(name => REFUSED[name] === undefined))("%s is reported key by key", name => {
      const loaded = corpusApp(name);
      const { report } = planDocker({ loaded, volumeSizeGb: 10 });
      for (const { path } of usedKeys(loaded.app)) {
        const text = path.join("\0");
        const told = report.some(entry => {
          const at = entry.path.replaceAll(/\[(\d+)\]/g, ".$1").replaceAll(".", "\0");
          return text === at || text.startsWith(`${at}\0`) || at.startsWith(`${text}\0`);
        });
        expect(told, path.join(".")).toBe(true);
      }
    });
  },
);
