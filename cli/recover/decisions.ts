import { InvalidInput, type Issue } from "../../components/lib/issues";
import type { Decision, Decisions } from "./recover-state";
import { type ExportedState, pendingCreations } from "./state";

interface Said {
  readonly adopt?: readonly string[] | undefined;
  readonly forget?: readonly string[] | undefined;
}

/** What the user says by options. Throws InvalidInput for what is no creation under way. */
export function decisionsOf({ adopt = [], forget = [] }: Said, state: ExportedState): Decisions {
  const pending = new Set(pendingCreations(state).map(({ urn }) => urn));
  const adopted = adopt.map(text => {
    const at = text.lastIndexOf("=");
    return { option: "--adopt", urn: text.slice(0, Math.max(at, 0)), id: text.slice(at + 1) };
  });
  const issues: Issue[] = [
    ...adopted.filter(({ urn, id }) => urn === "" || id === "").map(() => wrongForm()),
    ...[...adopted, ...forget.map(urn => ({ option: "--forget", urn }))]
      .filter(({ urn }) => urn !== "" && !pending.has(urn))
      .map(({ option, urn }) => unknown(option, urn)),
  ];
  if (issues.length > 0) throw new InvalidInput(issues);
  const decisions: [string, Decision][] = forget.map(urn => [urn, "nothing"]);
  return new Map([...decisions, ...adopted.map(({ urn, id }): [string, Decision] => [urn, { id }])]);
}

function wrongForm(): Issue {
  return { path: "--adopt", wrong: "is not URN=ID", instead: "write --adopt 'urn:pulumi:…::app=the-id'" };
}

function unknown(path: string, urn: string): Issue {
  const instead = "take a URN that this command lists without the option";
  return { path, wrong: `${urn} is not being created in this state`, instead };
}
