import { describe, expect, it } from "vitest";
import { decisionsOf } from "../../../cli/recover/decisions";
import { recoverState } from "../../../cli/recover/recover-state";
import type { Known } from "../../../cli/recover/resolve-creation";
import { exportedState } from "../../../cli/recover/state";

const TAGS = { "towpath:project": "shop", "towpath:stack": "dev" };
const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const urn = (type: string, name: string) => `urn:pulumi:dev::towpath::${type}::${name}`;

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly id?: string;
  readonly custom?: boolean;
  readonly retainOnDelete?: boolean;
  readonly inputs?: Record<string, unknown>;
}

const resource = ({ name, ...rest }: Resource) => ({ urn: urn(rest.type, name), custom: true, ...rest });

/** A state with these resources, and with the creation of the others under way. */
function stateOf(resources: readonly Resource[], creating: readonly Resource[], under = "creating") {
  return exportedState.parse({
    version: 3,
    deployment: {
      manifest: { magic: "kept" },
      resources: resources.map(resource),
      pending_operations: creating.map(one => ({ type: under, resource: resource(one) })),
    },
  });
}

const known = (state: Known["state"], found: Partial<Known> = {}): Known => ({
  state,
  tagged: [],
  answers: new Map(),
  ...found,
});

const tagged = (kind: string, id: string, tags: Record<string, string>) => ({
  arn: `arn:aws:ec2:us-east-1:123456789012:${kind}/${id}`,
  tags,
});

const zone = (name: string) => ({ tags: { ...TAGS, Name: `shop-dev-${name}` } });

describe("recoverState", () => {
  it("takes in by its name what the account may have, without outputs, and keeps all else", () => {
    const role = { type: "aws:iam/role:Role", name: "host", inputs: { name: "host-1a2b3c4" } };
    const state = stateOf([{ type: VPC, name: "network", id: "vpc-1" }], [role]);
    const { state: mended, outcomes } = recoverState(known(state));
    expect(mended).toEqual({
      ...state,
      deployment: {
        ...state.deployment,
        resources: [...state.deployment.resources, { ...resource(role), id: "host-1a2b3c4" }],
        pending_operations: [],
      },
    });
    expect(outcomes.get(urn(role.type, role.name))).toEqual({ kind: "adopted", id: "host-1a2b3c4" });
  });

  it("finds by exactly its tags what has an id of AWS's making, and not what the state has", () => {
    const creating = ["a", "b", "c"].map(name => ({ type: SUBNET, name, inputs: zone(name) }));
    const state = stateOf([{ type: SUBNET, name: "old", id: "subnet-old" }], creating);
    const found = [
      tagged("subnet", "subnet-old", zone("c").tags),
      tagged("subnet", "subnet-a", { ...zone("a").tags, "aws:cloudformation:stack-name": "x" }),
      tagged("subnet", "subnet-b", { ...zone("b").tags, more: "x" }),
      tagged("volume", "vol-b", zone("b").tags),
    ];
    const { outcomes } = recoverState(known(state, { tagged: found }));
    expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(["adopted", "forgotten", "forgotten"]);
    expect(outcomes.get(urn(SUBNET, "a"))).toEqual({ kind: "adopted", id: "subnet-a" });
  });

  it("leaves under way what may be one of several, and what somebody else may have made as well", () => {
    const twins = ["a", "b"].map(name => ({ type: SUBNET, name, inputs: { tags: TAGS } }));
    const one = [tagged("subnet", "subnet-1", TAGS)];
    const two = [...one, tagged("subnet", "subnet-2", TAGS)];
    for (const [creating, found] of [
      [twins, one],
      [twins.slice(1), two],
    ] as const) {
      const state = stateOf([], creating);
      const { state: mended, outcomes } = recoverState(known(state, { tagged: found }));
      expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(creating.map(() => "unclear"));
      expect(mended.deployment).toEqual(state.deployment);
    }
  });

  it("asks for what has neither a name nor tags", () => {
    const association = {
      type: "aws:ssm/association:Association",
      name: "release",
      inputs: { name: "deploy" },
    };
    const question =
      "ssm list-associations --association-filter-list key=Name,value=deploy --query Associations[].AssociationId";
    const state = stateOf([{ ...association, name: "before", id: "a-0" }], [association]);
    const outcome = (ids: readonly string[]) =>
      recoverState(known(state, { answers: new Map([[question, ids]]) })).outcomes.get(
        urn(association.type, "release"),
      );
    expect(outcome(["a-0", "a-1"])).toEqual({ kind: "adopted", id: "a-1", anew: true });
    expect(outcome(["a-0"])).toMatchObject({ kind: "forgotten" });
    expect(outcome(["a-1", "a-2"])).toMatchObject({ kind: "unclear" });
  });

  it("marks to be made anew what does not tell later whether it succeeded", () => {
    const association = { type: "aws:ssm/association:Association", name: "x", inputs: { name: "deploy" } };
    const answers = new Map([
      [
        "ssm list-associations --association-filter-list key=Name,value=deploy --query Associations[].AssociationId",
        ["a-1"],
      ],
    ]);
    const { resources } = recoverState(known(stateOf([], [association]), { answers })).state.deployment;
    expect(resources).toEqual([{ ...resource(association), id: "a-1", taint: true }]);
  });

  it("says what waits for a thing that AWS takes long to make, in the region of the stack", () => {
    const provider = { type: "pulumi:providers:aws", name: "default", inputs: { region: "eu-west-1" } };
    const group = {
      type: "aws:eks/nodeGroup:NodeGroup",
      name: "pool",
      inputs: { clusterName: "shop", nodeGroupName: "pool-1a2b3c4" },
    };
    const state = stateOf([provider], [group]);
    const wait = "aws eks wait nodegroup-active --cluster-name shop --nodegroup-name pool-1a2b3c4";
    const { outcomes } = recoverState(known(state));
    expect([...outcomes.values()]).toEqual([
      { kind: "adopted", id: "shop:pool-1a2b3c4", wait: `${wait} --region eu-west-1` },
    ]);
    expect([...recoverState(known(stateOf([], [group]))).outcomes.values()]).toMatchObject([{ wait }]);
    const cluster = { type: "aws:eks/cluster:Cluster", name: "plane", inputs: { name: "shop" } };
    const said = decisionsOf({ adopt: [`${urn(cluster.type, "plane")}=shop`] }, stateOf([], [cluster]));
    expect([...recoverState(known(stateOf([], [cluster])), said).outcomes.values()]).toMatchObject([
      { wait: "aws eks wait cluster-active --name shop" },
    ]);
  });

  it("takes the lock off a release that Helm was installing or upgrading, and off no other", () => {
    const release = {
      type: "kubernetes:helm.sh/v3:Release",
      name: "traefik",
      inputs: { namespace: "proxy", name: "traefik" },
    };
    const unlock =
      "kubectl --namespace proxy delete secret --selector 'owner=helm,name=traefik," +
      "status in (pending-install,pending-rollback,pending-upgrade)'";
    const outcomes = (under: string) => [
      ...recoverState(known(stateOf([], [release], under))).outcomes.values(),
    ];
    expect(outcomes("creating")).toEqual([{ kind: "adopted", id: "proxy/traefik", unlock }]);
    expect(outcomes("updating")).toEqual([{ kind: "interrupted", unlock }]);
    expect(outcomes("deleting")).toEqual([]);
    const upgraded = { ...release, id: "proxy/traefik" };
    const { deployment } = recoverState(known(stateOf([upgraded], [upgraded], "updating"))).state;
    expect(deployment).toMatchObject({ resources: [resource(upgraded)], pending_operations: [] });
  });

  it("does not take what an earlier destroy may have kept for what was just being made", () => {
    const tags = { ...TAGS, "towpath:kept": "the key" };
    const key = { type: "aws:kms/key:Key", name: "key", inputs: { tags }, retainOnDelete: true };
    const arn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
    const kind = (found: Partial<Known>, one = key) => [
      ...recoverState(known(stateOf([], [one]), found)).outcomes.values(),
    ];
    expect(kind({ tagged: [{ arn, tags }] })).toMatchObject([{ kind: "unclear" }]);
    expect(kind({ tagged: [] })).toMatchObject([{ kind: "forgotten" }]);
    expect(kind({ tagged: [{ arn, tags }] }, { ...key, retainOnDelete: false })).toMatchObject([
      { kind: "adopted", id: "1234abcd" },
    ]);
  });

  it("leaves to people what a secret hides", () => {
    const topic = { type: "aws:sns/topic:Topic", name: "alarms", inputs: { name: { ciphertext: "v1:x" } } };
    const { outcomes } = recoverState(known(stateOf([], [topic])));
    expect([...outcomes.values()]).toMatchObject([{ kind: "unclear" }]);
  });

  it("forgets what is made again without harm, and drops what was not a creation", () => {
    const image = { type: "docker-build:index:Image", name: "web", inputs: { tags: ["web:1"] } };
    expect(recoverState(known(stateOf([], [image]))).state.deployment.pending_operations).toEqual([]);
    const { state, outcomes } = recoverState(known(stateOf([image], [image], "deleting")));
    expect(state.deployment.pending_operations).toEqual([]);
    expect(outcomes.size).toBe(0);
  });

  it("forgets a component, of which nothing is in the account", () => {
    const component = { type: "towpath:platforms:Network", name: "network", custom: false };
    const { state, outcomes } = recoverState(known(stateOf([], [component])));
    expect([...outcomes.values()]).toEqual([expect.objectContaining({ kind: "forgotten" })]);
    expect(state.deployment).toMatchObject({ resources: [], pending_operations: [] });
  });

  it("marks what was to replace something to be deleted, and never the thing itself", () => {
    const vpc = { type: VPC, name: "network", inputs: { tags: TAGS } };
    const state = stateOf([{ ...vpc, id: "vpc-1" }], [vpc]);
    const found = [tagged("vpc", "vpc-1", TAGS), tagged("vpc", "vpc-2", TAGS)];
    const { resources } = recoverState(known(state, { tagged: found })).state.deployment;
    expect(resources.map(({ id, delete: going }) => [id, going])).toEqual([
      ["vpc-1", undefined],
      ["vpc-2", true],
    ]);
    const role = { type: "aws:iam/role:Role", name: "host", inputs: { name: "host" } };
    const same = stateOf([{ ...role, id: "host" }], [role]);
    expect(recoverState(known(same)).state.deployment.resources).toEqual(same.deployment.resources);
  });

  it("does what the user says, and refuses what is not under way", () => {
    const state = stateOf([], [{ type: "aws:new/thing:Thing", name: "x", inputs: {} }]);
    const thing = urn("aws:new/thing:Thing", "x");
    expect(recoverState(known(state)).outcomes.get(thing)).toMatchObject({ kind: "unclear" });
    const adopted = recoverState(known(state), decisionsOf({ adopt: [`${thing}=thing-1`] }, state));
    expect(adopted.state.deployment.resources).toEqual([expect.objectContaining({ id: "thing-1" })]);
    const forgotten = recoverState(known(state), decisionsOf({ forget: [thing] }, state));
    expect(forgotten.state.deployment).toMatchObject({ resources: [], pending_operations: [] });
    expect(() => decisionsOf({ adopt: ["urn:pulumi:y=1", "z"], forget: ["w"] }, state)).toThrow(
      /urn:pulumi:y is not being created[\s\S]*/,
    );
  });
});
