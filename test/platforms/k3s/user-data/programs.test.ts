import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CREDENTIAL_PROVIDER } from "../../../../components/platforms/k3s/user-data/credential-provider";
import { REAP_PROGRAM } from "../../../../components/platforms/k3s/user-data/reap-program";
import { FakeMachine } from "./fake-machine";

const python = spawnSync("python3", ["--version"]).status === 0;
const title = python ? "" : " (skipped: no python3)";

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => machine.remove());

const node = (name: string, ready: string, instance: string) => ({
  metadata: { name },
  spec: { providerID: `aws:///us-east-1a/${instance}` },
  status: { conditions: [{ type: "Ready", status: ready }] },
});

describe.skipIf(!python)(`the program that takes lost nodes out${title}`, () => {
  const reap = (alive: readonly string[]) => {
    const items = [
      node("working", "True", "i-1"),
      node("gone", "Unknown", "i-2"),
      node("rebooting", "False", "i-3"),
    ];
    machine.write("/nodes.json", JSON.stringify({ items }));
    machine.program(
      "/usr/local/bin/k3s",
      `#!/bin/sh\ncase "$2" in get) cat ${machine.root}/nodes.json ;; *) echo "$*" >>/var/calls ;; esac\n`,
    );
    machine.write("/var/calls", "");
    const instances = alive.map(InstanceId => ({ InstanceId }));
    const pages = JSON.stringify([{ Reservations: [{ Instances: instances }] }]);
    machine.write(
      "/python/boto3.py",
      `class client:
    def __init__(self, name): assert name == "ec2"
    def get_paginator(self, name): return self
    def paginate(self, Filters):
        assert Filters[0]["Values"] == ["i-2", "i-3"], Filters
        return ${pages}
`,
    );
    const { status, stderr } = machine.run(REAP_PROGRAM);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return machine.read("/var/calls");
  };

  it("deletes a node whose instance is gone, and no other", () => {
    expect(reap(["i-3"])).toBe("kubectl delete node gone --wait=false\n");
  });

  it("leaves nodes alone whose instances are there, however they do", () => {
    expect(reap(["i-2", "i-3"])).toBe("");
  });
});

describe.skipIf(!python)(`the credential provider${title}`, () => {
  it("answers the kubelet for the registry of the image", () => {
    const program = CREDENTIAL_PROVIDER["/var/lib/rancher/credentialprovider/bin/towpath-ecr"] ?? "";
    machine.tool(
      "docker-credential-ecr-login",
      '[ "$1" = get ] && [ "$(cat)" = 1.dkr.ecr.us-east-1.amazonaws.com ] && echo \'{"Username": "AWS", "Secret": "s"}\'',
    );
    machine.write("/request.json", '{"image": "1.dkr.ecr.us-east-1.amazonaws.com/shop/web:1"}');
    machine.program("/provider", program);
    const { status, stdout } = machine.run(
      `#!/bin/sh\nexec ${machine.root}/provider <${machine.root}/request.json\n`,
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "CredentialProviderResponse",
      auth: { "1.dkr.ecr.us-east-1.amazonaws.com": { username: "AWS", password: "s" } },
    });
  });
});
