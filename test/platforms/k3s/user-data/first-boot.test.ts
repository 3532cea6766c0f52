// What cloud-init makes of a node's user data on a real root file system: as far as it goes without K3s itself.
import { describe, expect, it } from "vitest";
import { agent, filesOf, server } from "../k3s-fixture";
import { firstBoot, missingForFirstBoot } from "./first-boot";

const missing = missingForFirstBoot();
const K3S = "#!/bin/sh\necho 'k3s version v1.36.4+k3s1 (stand-in)'\n";
const UNITS = "/etc/systemd/system";

describe.skipIf(missing !== "")(
  `the first boot of a K3s node${missing && ` (skipped: no ${missing})`}`,
  () => {
    it.each([
      ["server", server(), "k3s.service"],
      ["agent", agent(), "k3s-agent.service"],
    ])("puts every file of a %s in place, and its units are enabled", (role, userData, unit) => {
      const { status, stdout, stderr, files } = firstBoot(userData, K3S);
      expect({ status, stderr }).toMatchObject({ status: 0 });
      for (const [path, content] of Object.entries(filesOf(userData)))
        if (!path.startsWith("/etc/apt/") && !path.startsWith("/etc/sysctl.d/"))
          expect(`${path} ${files[path]}`).toBe(`${path} ${content.startsWith("#!") ? 755 : 600}`);
      expect(stdout).toMatch(/^apt-get .*install .*amazon-ecr-credential-helper python3-boto3/m);
      expect(files).toHaveProperty([`${UNITS}/multi-user.target.wants/${unit}`]);
      const timer = `${UNITS}/timers.target.wants/towpath-reap-nodes.timer`;
      expect(Object.keys(files).includes(timer)).toBe(role === "server");
    });

    it("says so, and starts nothing, when K3s cannot be downloaded", () => {
      const { status, stderr, files } = firstBoot(server());
      expect(status).not.toBe(0);
      expect(stderr).toContain(
        "towpath-k3s-install: cannot download https://github.com/k3s-io/k3s/releases/download/v1.36.4%2Bk3s1/k3s",
      );
      expect(files).not.toHaveProperty([`${UNITS}/multi-user.target.wants/k3s.service`]);
    });
  },
);
