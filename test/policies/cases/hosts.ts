import { cloudConfig, DAEMON } from "../good/machines";
import { make } from "../good/make";
import { adding, type Cases, change } from "../seed";

const daemon = (settings: Record<string, unknown>) =>
  change("machine", "userData", cloudConfig({ ...DAEMON, ...settings }));
const encoded = (settings: Record<string, unknown>) =>
  change("template", "userData", Buffer.from(cloudConfig({ ...DAEMON, ...settings })).toString("base64"));
const TRUST = "DOCKER_CONTENT_TRUST";

export const HOSTS: Cases = {
  "docker-daemon-hardened": [
    daemon({ icc: true }),
    daemon({ "live-restore": undefined }),
    daemon({ "log-opts": { "max-file": "3" } }),
    daemon({ "no-new-privileges": false }),
    encoded({ "userland-proxy": true }),
  ],
  "docker-daemon-closed": [
    daemon({ hosts: ["unix:///run/docker.sock", "tcp://0.0.0.0:2375"] }),
    daemon({ "insecure-registries": ["registry.example.com:5000"] }),
    encoded({ hosts: ["tcp://127.0.0.1:2375"] }),
  ],
  "detailed-monitoring": [
    change("machine", "monitoring", undefined),
    change("machine", "monitoring", false),
    change("template", "monitoring", { enabled: false }),
  ],
  "ebs-optimized": [
    change("machine", "ebsOptimized", undefined),
    change("machine", "ebsOptimized", false),
    change("machine", "ebsOptimized", null),
  ],
  "no-content-trust": [
    change("app", "compose.services.web.environment", { [TRUST]: "1" }),
    change("deployment", "spec.template.spec.containers.0.env", [{ name: TRUST, value: "1" }]),
    change("machine", "userData", `#!/bin/sh\nexport ${TRUST}=1\n`),
    adding(
      "a command",
      make("command:local:Command", "push", { create: "docker push x", environment: { [TRUST]: "1" } }),
    ),
  ],
};
