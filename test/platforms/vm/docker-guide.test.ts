import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DOCKER_DAEMON } from "../../../components/platforms/vm/user-data/docker-daemon";
import { ROOT } from "../../harness/equipment";

describe("the guide to a machine of one's own", () => {
  const guide = readFileSync(join(ROOT, "docs/docker.md"), "utf8");

  it("sets Docker up as on EC2", () => {
    const [, settings = ""] = /daemon\.json <<'EOF'\n([\s\S]*?)EOF\n/.exec(guide) ?? [];
    expect(JSON.parse(settings)).toEqual(DOCKER_DAEMON);
  });
});
