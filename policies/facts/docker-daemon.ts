import { parse } from "yaml";
import type { PolicyResource } from "../subject";
import { machinesOf } from "./machines";
import { isRecord, listAt, textAt } from "./read";

const PATH = "/etc/docker/daemon.json";

/** Settings of the Docker daemons that machines set up by cloud-init. Nothing where none is written there. */
export function dockerDaemonsOf(subject: PolicyResource): readonly Readonly<Record<string, unknown>>[] {
  return machinesOf(subject).flatMap(({ userData = "" }) => {
    if (!userData.includes(PATH)) return [];
    return listAt(parse(userData), "write_files")
      .filter(file => textAt(file, "path") === PATH)
      .map(file => settings(textAt(file, "content") ?? "", textAt(file, "encoding") ?? ""));
  });
}

function settings(content: string, encoding: string): Readonly<Record<string, unknown>> {
  const text = /^b(ase)?64$/.test(encoding) ? Buffer.from(content, "base64").toString("utf8") : content;
  const parsed: unknown = JSON.parse(text);
  if (!isRecord(parsed)) throw new Error(`${PATH} holds no settings`);
  return parsed;
}
