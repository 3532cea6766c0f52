import { RECEIVE_SCRIPT } from "./receive-script";

/** Where SSM puts a bundle on the host. */
const INCOMING = "/var/lib/towpath/incoming";

/**
 * The SSM document that rolls out a release: it downloads the bundle from S3 and runs it. Parameters: `bundle`, the
 * object's https address, and `digest`, its SHA-256.
 */
export function rolloutDocument(timeoutSeconds: number) {
  const runCommand = [
    'digest="{{ digest }}"',
    `bundle="${INCOMING}/$digest.json"`,
    ...RECEIVE_SCRIPT.trimEnd().split("\n"),
  ];
  return {
    schemaVersion: "2.2",
    description: "Rolls out a release of the app",
    parameters: {
      bundle: {
        type: "String",
        description: "Address of the bundle",
        allowedPattern: "^https://[a-z0-9./-]+$",
      },
      digest: { type: "String", description: "SHA-256 of the bundle", allowedPattern: "^[0-9a-f]{64}$" },
    },
    mainSteps: [
      {
        action: "aws:downloadContent",
        name: "download",
        inputs: {
          sourceType: "S3",
          sourceInfo: '{"path": "{{ bundle }}"}',
          destinationPath: `${INCOMING}/{{ digest }}.json`,
        },
      },
      {
        action: "aws:runShellScript",
        name: "rollout",
        inputs: { timeoutSeconds: String(timeoutSeconds), runCommand },
      },
    ],
  };
}
