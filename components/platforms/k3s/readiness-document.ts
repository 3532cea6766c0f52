import { PUBLISH } from "./node-paths";

/** Seconds that a server may take from its first boot until it is ready. */
export const READY_TIMEOUT = 1200;

/** Stands for the version that a server has: another mechanism brings it to the next. */
export const INSTALLED = "installed";

const checksum = (architecture: string) => ({
  type: "String",
  description: `SHA-256 of the release for ${architecture}`,
  allowedPattern: "^([0-9a-f]{64}|none)$",
});

/** The SSM document that brings a server to a version and waits until it is ready. */
export const READINESS_DOCUMENT = {
  schemaVersion: "2.2",
  description: "Brings K3s to a version, waits until it is ready and hands out its kubeconfig",
  parameters: {
    version: {
      type: "String",
      description: `K3s release, or ${INSTALLED}`,
      allowedPattern: `^(${INSTALLED}|v[0-9]+[.][0-9]+[.][0-9]+[+]k3s[0-9]+)$`,
    },
    arm64: checksum("arm64"),
    amd64: checksum("amd64"),
  },
  mainSteps: [
    {
      action: "aws:runShellScript",
      name: "ready",
      inputs: {
        timeoutSeconds: String(READY_TIMEOUT),
        runCommand: [
          "version='{{ version }}'",
          `if [ "$version" = ${INSTALLED} ]; then`,
          "  cloud-init status --wait >/dev/null || :",
          "  version=$(/usr/local/bin/k3s --version | awk 'NR == 1 { print $3 }')",
          "fi",
          `${PUBLISH} "$version" '{{ arm64 }}' '{{ amd64 }}'`,
        ],
      },
    },
  ],
} as const;
