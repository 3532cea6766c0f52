import { SPEC_KEYS, type SpecKey } from "../app/spec-keys";
import { DOCKER_SUPPORT } from "./docker/support";
import { KUBERNETES_SUPPORT } from "./kubernetes/support";
import type { Support, Verdict } from "./verdict";

const VERDICTS: readonly Verdict[] = ["same", "adapted", "ignored", "refused"];

const HEAD = `# Compose support

What becomes of each key of the Compose Specification, from the tables that the planner itself reads. A file can get
a more exact answer than the table: \`npm run towpath -- check compose.yaml\` tells it with file and line.

- **same**: it means what it means under \`docker compose\`.
- **adapted**: it is carried over in another way, which is told.
- **ignored**: it has nothing to do here, and leaving it out harms nothing.
- **refused**: the file is refused where it uses the key, with what to write instead.

What makes a host or a cluster less safe is withheld until \`x-towpath.allow\` names it.
`;

/** \`docs/compose-support.md\`. */
export function supportDocument(): string {
  const sections = new Map<string, SpecKey[]>();
  for (const key of SPEC_KEYS) {
    const title = titleOf(key);
    sections.set(title, [...(sections.get(title) ?? []), key]);
  }
  const tables = [...sections].map(([title, keys]) => `## ${title}\n\n${table(keys)}`);
  return `${[HEAD, summary(), ...tables].join("\n")}`;
}

/** The section of a key: its top-level key, and for services the key below when it has keys of its own. */
function titleOf(key: SpecKey): string {
  const [top = "", , second = ""] = key.split(".");
  if (!key.startsWith("services.*.")) return key.includes(".") ? top.replace("[]", "") : "Top level";
  const name = second.replace("[]", "");
  const nested = SPEC_KEYS.some(
    other => other.startsWith(`services.*.${name}.`) || other.startsWith(`services.*.${name}[`),
  );
  return nested ? `services.*.${name}` : "services.*";
}

function summary(): string {
  const count = (table: Readonly<Record<SpecKey, Support>>, verdict: Verdict) =>
    SPEC_KEYS.filter(key => table[key].verdict === verdict).length;
  const rows = VERDICTS.map(
    verdict => `| ${verdict} | ${count(DOCKER_SUPPORT, verdict)} | ${count(KUBERNETES_SUPPORT, verdict)} |\n`,
  );
  return `\n| of ${SPEC_KEYS.length} keys | Docker | Kubernetes |\n| --- | --: | --: |\n${rows.join("")}`;
}

function table(keys: readonly SpecKey[]): string {
  const rows = keys.map(
    key => `| \`${key}\` | ${cell(DOCKER_SUPPORT[key])} | ${cell(KUBERNETES_SUPPORT[key])} |\n`,
  );
  return `| key | Docker | Kubernetes |\n| --- | --- | --- |\n${rows.join("")}`;
}

function cell({ verdict, note }: Support): string {
  return `**${verdict}** ${note.replaceAll("|", "\\|")}`;
}
