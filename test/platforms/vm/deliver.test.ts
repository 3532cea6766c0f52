import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { Registered } from "../../../cli/engine/registered";
import { ExistingHost } from "../../../components/platforms/vm/existing-host";
import { only, runComponent, tree } from "../../harness/run-component";
import { dockerHost, registry } from "./host-fixture";

const CANARY = "canary-4b1d";

class App extends pulumi.ComponentResource {
  constructor() {
    super("test:index:App", "app", {}, {});
  }
}

const release = (image: string) => ({
  files: (parameters: pulumi.Output<Readonly<Record<string, string>>>) =>
    parameters.apply(
      (known): Record<string, string> => ({
        "towpath-rollout": "#!/bin/sh\n",
        "compose.yaml": `image: ${image}\n`,
        "release.tsv": JSON.stringify(known),
      }),
    ),
  secrets: { "db-password": pulumi.secret(CANARY) },
});

async function onAws(image: string): Promise<readonly Registered[]> {
  const { resources } = await runComponent(() => {
    dockerHost().deliver("app", release(image), new App());
  });
  return resources;
}

const overSsh = async (image: string, secret = CANARY) =>
  (
    await runComponent(() => {
      const host = new ExistingHost("pi", {
        host: {
          kind: "ssh",
          address: "pi.example.com",
          user: "admin",
          port: 2222,
          architecture: "arm64",
          hostKey: "pi.example.com ssh-ed25519 AAAAC3Nza comment",
        },
        registry,
        privateKey: pulumi.output(CANARY),
        keepReleases: 3,
      });
      host.deliver("app", { ...release(image), secrets: { s: pulumi.secret(secret) } }, new App());
    })
  ).resources;

/** What differs between two runs, by name. */
function changed(before: readonly Registered[], after: readonly Registered[]): string[] {
  const old = new Map(before.map(one => [one.urn, JSON.stringify(one)]));
  return after.filter(one => old.get(one.urn) !== JSON.stringify(one)).map(({ name }) => name);
}

describe("a release on EC2", () => {
  it("is secrets, an archive and an association below the app", async () => {
    const lines = tree(await onAws("web:1")).split("\n");
    const app = lines.findIndex(line => line.includes("test:index:App"));
    const end = lines.findIndex((line, at) => at > app && /^ {2}\S/.test(line));
    expect(lines.slice(app, end)).toMatchInlineSnapshot(`
      [
        "  test:index:App app",
        "    towpath:platforms:HostSecrets app-secrets",
        "      aws:ssm/parameter:Parameter app-secrets-db-password",
        "    towpath:platforms:SsmRollout app-rollout",
        "      aws:s3/bucketObjectv2:BucketObjectv2 app-rollout-archive",
        "      aws:ssm/association:Association app-rollout-release",
        "      aws:ssm/document:Document app-rollout-document",
      ]
    `);
  });

  it("changes only the archive and the association when an image changes", async () => {
    expect(changed(await onAws("web:1"), await onAws("web:2"))).toEqual([
      "app-rollout-archive",
      "app-rollout-release",
    ]);
  });

  it("waits for a success that is this release's", async () => {
    const resources = await onAws("web:1");
    const { inputs } = only(resources, "aws:ssm/association:Association");
    const object = only(resources, "aws:s3/bucketObjectv2:BucketObjectv2").inputs;
    const digest = String(object.key).replace(/^releases\/|\.json$/g, "");
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(inputs).toMatchObject({
      waitForSuccessTimeoutSeconds: 900,
      parameters: {
        digest,
        archive: expect.stringMatching(new RegExp(`^https://s3\\..*/releases/${digest}\\.json$`)),
      },
      targets: [{ key: "InstanceIds", values: [expect.stringMatching(/^i-/)] }],
    });
    const document = JSON.parse(String(only(resources, "aws:ssm/document:Document").inputs.content));
    for (const [name, value] of Object.entries(inputs.parameters as Record<string, string>))
      expect(value, name).toMatch(new RegExp(document.parameters[name].allowedPattern));
  });

  it("names the version of each secret, so that a changed secret is a changed release", async () => {
    const { content } = only(await onAws("web:1"), "aws:s3/bucketObjectv2:BucketObjectv2").inputs;
    const parameters = JSON.parse(JSON.parse(String(content)).files["release.tsv"]);
    expect(parameters).toEqual({ "db-password": "/towpath/shop/dev/db-password:1" });
  });

  it("tells the host where copies of backups go, when there are any", async () => {
    const settings = async (change: Parameters<typeof dockerHost>[0]) => {
      const { resources } = await runComponent(() => {
        dockerHost(change).deliver("app", release("web:1"), new App());
      });
      const { content } = only(resources, "aws:s3/bucketObjectv2:BucketObjectv2").inputs;
      return JSON.parse(String(content)).host["/etc/towpath/rollout.conf"];
    };
    expect(await settings({ backupDays: 90 })).toMatch(/^TOWPATH_BACKUP_COPY=s3:\/\/[a-z0-9-]+\/backups$/m);
    expect(await settings({})).not.toContain("TOWPATH_BACKUP_COPY");
  });

  it("keeps a secret's value out of everything", async () => {
    const resources = await onAws("web:1");
    expect(JSON.stringify(resources)).not.toContain(CANARY);
    expect(only(resources, "aws:ssm/parameter:Parameter").inputs).toMatchObject({
      name: "/towpath/shop/dev/db-password",
      type: "SecureString",
      value: "[secret]",
    });
  });
});

describe("a release over SSH", () => {
  it("is one command with the release and the secrets on its standard input", async () => {
    const resources = await overSsh("web:1");
    const { inputs } = only(resources, "command:remote:Command");
    expect(inputs).toMatchObject({ connection: "[secret]", stdin: "[secret]" });
    expect(inputs.create).toMatch(/^sudo -n sh -c '/);
    expect(JSON.stringify(resources)).not.toContain(CANARY);
  });

  it("sends no variables, of which a server of SSH takes none that it was not told of", async () => {
    const { inputs } = only(await overSsh("web:1"), "command:remote:Command");
    expect(inputs).toMatchObject({ addPreviousOutputInEnv: false });
    expect(inputs).not.toHaveProperty("environment");
  });

  it("runs again when the release changes", async () => {
    expect(changed(await overSsh("web:1"), await overSsh("web:2"))).toEqual(["app-release"]);
  });
});
