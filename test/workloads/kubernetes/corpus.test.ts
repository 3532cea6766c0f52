import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../components/lib/issues";
import type { KubernetesPlan } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { pathText } from "../../../components/workloads/shared/model-path";
import { usedKeys } from "../../../components/workloads/shared/used-keys";
import { corpusApp, corpusNames, hasCorpus } from "./corpus";
import { planned } from "./facts";
import { isGatewayApi, schemaErrors, versions } from "./schemas";

const REFUSED = ["portainer", "traefik-golang", "wasmedge-kafka-mysql", "wasmedge-mysql-nginx"];
const accepted = corpusNames.filter(name => !REFUSED.includes(name));
const why = hasCorpus ? "" : " (skipped: ../shared/compose-corpus is not here)";

/** Whether a report says something of a used key: at its own path or below, or of the key that it stands under. */
const isReported = ({ report }: KubernetesPlan, key: string, path: string) =>
  report.some(
    entry =>
      (entry.key === key && within(path, entry.path)) ||
      (within(entry.path, path) && !/^services(\.[^.]+)?$/.test(entry.path)),
  );

const within = (parent: string, path: string) =>
  path === parent || path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`);

describe.skipIf(!hasCorpus)(`the 39 apps of awesome-compose${why}`, () => {
  it("are refused by name where nothing would work, and only there", () => {
    const refused = corpusNames.filter(name => {
      try {
        planned(corpusApp(name));
        return false;
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInput);
        return true;
      }
    });
    expect(refused).toEqual(REFUSED);
  });

  it.each(accepted)("%s: every key used is reported", name => {
    const loaded = corpusApp(name);
    const plan = planned(loaded);
    const missing = usedKeys(loaded.app).filter(({ key, path }) => !isReported(plan, key, pathText(path)));
    expect(missing).toEqual([]);
  });

  it.each(accepted)("%s: the same plan twice", name => {
    const once = JSON.stringify(planned(corpusApp(name), "example.com"));
    expect(JSON.stringify(planned(corpusApp(name), "example.com"))).toBe(once);
  });
});

describe.skipIf(!hasCorpus || versions.length === 0)(
  `manifests of awesome-compose, but Gateway API's${why}`,
  () => {
    describe.each(versions)("against the strict schemas of Kubernetes %s", version => {
      it.each(accepted)("%s", name => {
        const { manifests } = planned(corpusApp(name), "example.com", { clusterIssuer: "letsencrypt" });
        const checked = manifests.map(({ manifest }) => manifest).filter(manifest => !isGatewayApi(manifest));
        expect(checked.length).toBeGreaterThan(5);
        expect(checked.flatMap(manifest => schemaErrors(version, manifest))).toEqual([]);
      });
    });
  },
);
