import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { load } from "../../components/app/load/load";
import type { Loaded } from "../../components/app/load/loaded";
import { ROOT } from "../harness/equipment";
import { corpusNames } from "../workloads/kubernetes/corpus";
import { ACCEPTED_NAMES } from "../workloads/kubernetes/fixtures";
import { kubectl, programs, tryKubectl, why } from "./harness/cluster";
import { listOf, planFor } from "./harness/rendered";
import { NOT_RESTRICTED } from "./not-restricted";

/** Apps of the corpus that no cluster runs: they need the Docker socket or a wasm runtime. */
const REFUSED = ["portainer", "traefik-golang", "wasmedge-kafka-mysql", "wasmedge-mysql-nginx"];

const examples = readdirSync(join(ROOT, "examples"));
const compose = (folder: string): Loaded =>
  load({ files: [join(folder, "compose.yaml")], environment: { RELEASE: "one" } });
const corpus = (name: string): Loaded => {
  const folder = join(ROOT, "../shared/compose-corpus/awesome-compose", name);
  const file = readdirSync(folder).find(one => /^(docker-)?compose\.ya?ml$/.test(one)) ?? "compose.yaml";
  return load({ files: [join(folder, file)] });
};

const APPS: readonly (readonly [string, () => Loaded])[] = [
  ...examples.map(name => [`examples/${name}`, () => compose(join(ROOT, "examples", name))] as const),
  ...ACCEPTED_NAMES.map(
    name => [`fixtures/${name}`, () => compose(join(ROOT, "test/fixtures", name))] as const,
  ),
  ...corpusNames
    .filter(name => !REFUSED.includes(name))
    .map(name => [`awesome-compose/${name}`, () => corpus(name)] as const),
];

/** The only warning that is none of ours: the namespace says that it warns of what is not "restricted". */
const LESS = /^Warning: would violate PodSecurity "restricted:latest"/;

describe.skipIf(programs === undefined)(`the real API server${why}`, () => {
  const levels = new Map<string, string>();
  const made: string[] = [];

  afterAll(async () => {
    for (const name of made)
      await kubectl(["delete", "namespace", name, "--ignore-not-found", "--wait=false"]);
  });

  it.each(APPS)("takes every manifest of %s without a warning", async (name, open) => {
    const { manifests, namespace } = planFor(open());
    const [first, ...rest] = manifests.map(({ manifest }) => manifest);
    expect(first?.kind).toBe("Namespace");
    const level = first?.metadata.labels?.["pod-security.kubernetes.io/enforce"] ?? "";
    levels.set(name, level);
    await kubectl(["apply", "--server-side", "--filename", "-"], JSON.stringify(first));
    made.push(namespace);

    const dry = ["apply", "--server-side", "--dry-run=server", "--validate=strict", "--filename", "-"];
    const { code, err } = await tryKubectl(dry, listOf(rest));
    const said = err.split("\n").filter(line => line !== "");
    const ours = said.filter(line => level === "restricted" || !LESS.test(line));
    expect({ code, ours }).toEqual({ code: 0, ours: [] });
  });

  it("enforces less than restricted where it says so, and only there", () => {
    const enforced = (wanted: string) =>
      [...levels].flatMap(([name, level]) => (level === wanted ? [name] : [])).sort();
    const here = (names: readonly string[]) => names.filter(name => levels.has(name));
    expect(enforced("baseline")).toEqual(here(NOT_RESTRICTED.baseline));
    expect(enforced("privileged")).toEqual(here(NOT_RESTRICTED.privileged));
  });
});
