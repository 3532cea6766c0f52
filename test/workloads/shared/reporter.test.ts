import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../components/lib/issues";
import { DOCKER_SUPPORT } from "../../../components/workloads/docker/support";
import { Reporter } from "../../../components/workloads/shared/reporter";
import { usedKeys } from "../../../components/workloads/shared/used-keys";
import { loadedApp } from "./loaded-app";

const at = { file: "compose.yaml", line: 3, column: 5 };
const loaded = loadedApp(
  {
    services: {
      web: { init: true, ports: [{ target: 80, protocol: "tcp", mode: "ingress" }] },
      db: { tty: true },
    },
  },
  { where: path => (path[1] === "db" ? at : undefined) },
);

describe("a report", () => {
  it("is in the order of the file, whatever was decided first", () => {
    const reporter = new Reporter(loaded);
    reporter.ignored("services.*.tty", ["services", "db", "tty"], "x");
    reporter.adapted("services.*.ports", ["services", "web", "ports", 0], "y");
    reporter.same("services.*.init", ["services", "web", "init"], "z");
    expect(reporter.entries().map(({ path }) => path)).toEqual([
      "services.web.init",
      "services.web.ports[0]",
      "services.db.tty",
    ]);
  });

  it("says where a key was written, if that is known", () => {
    const reporter = new Reporter(loaded);
    reporter.same("services.*.tty", ["services", "db", "tty"], "x");
    reporter.same("services.*.init", ["services", "web", "init"], "x");
    expect(reporter.entries().map(entry => entry.at)).toEqual([undefined, at]);
  });

  it("throws all refusals at once, and nothing without one", () => {
    const reporter = new Reporter(loaded);
    expect(() => reporter.throwIfRefused()).not.toThrow();
    reporter.refuse("services.*.tty", ["services", "db", "tty"], "no", "yes");
    reporter.refuse("services.*.init", ["services", "web", "init"], "no", "yes");
    expect(() => reporter.throwIfRefused()).toThrow(InvalidInput);
    expect(() => reporter.throwIfRefused()).toThrow("services.db.tty: no; yes\nservices.web.init: no; yes");
  });
});

describe("completing a report from the table", () => {
  const used = usedKeys(loaded.app);

  it("adds every used key once, and leaves decisions as they are", () => {
    const reporter = new Reporter(loaded);
    reporter.ignored("services.*.ports", ["services", "web", "ports", 0], "mine");
    reporter.complete(DOCKER_SUPPORT, used);
    reporter.complete(DOCKER_SUPPORT, used);
    const entries = reporter.entries().map(({ path, verdict }) => `${path} ${verdict}`);
    expect(entries).toEqual([
      "name same",
      "services adapted",
      "services.web.init same",
      "services.web.ports[0] ignored",
      "services.db.tty same",
    ]);
  });

  it("refuses what the table refuses", () => {
    const reporter = new Reporter(loaded);
    const table = { ...DOCKER_SUPPORT, "services.*.tty": { verdict: "refused", note: "write b" } } as const;
    reporter.complete(table, used);
    expect(() => reporter.throwIfRefused()).toThrow("services.db.tty: not available on this target; write b");
  });
});
