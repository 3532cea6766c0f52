import { RECEIVE_SCRIPT } from "./receive-script";

/** Where SSM puts an archive on the host. */
const INCOMING = "/var/lib/towpath/incoming";

const DIGEST = "^[0-9a-f]{64}$";

const PARAMETERS = {
  archive: {
    type: "String",
    description: "Address of the archive in S3",
    allowedPattern: "^https://[a-z0-9./-]+$",
  },
  digest: { type: "String", description: "SHA-256 of the archive", allowedPattern: DIGEST },
};

/** `bootstrap`: what must run before the first image can be pushed. */
export type RolloutVerb = "apply" | "bootstrap";

/** The SSM document that rolls out a release: it downloads an archive from S3 and has it rolled out. */
export function rolloutDocument(timeoutSeconds: number, verb: RolloutVerb = "apply") {
  const target = `${INCOMING}/{{ digest }}.json`;
  const runCommand = [
    'digest="{{ digest }}"',
    `archive="${target}"`,
    `incoming="" secrets="" verb=${verb}`,
    '[ ! -d "$archive" ] || archive="$archive/$digest.json"',
    ...RECEIVE_SCRIPT.trimEnd().split("\n"),
  ];
  return {
    schemaVersion: "2.2",
    description: "Rolls out a release of the app",
    parameters: PARAMETERS,
    mainSteps: [
      {
        action: "aws:downloadContent",
        name: "download",
        inputs: { sourceType: "S3", sourceInfo: '{"path": "{{ archive }}"}', destinationPath: target },
      },
      {
        action: "aws:runShellScript",
        name: "rollout",
        inputs: { timeoutSeconds: String(timeoutSeconds), runCommand },
      },
    ],
  };
}
