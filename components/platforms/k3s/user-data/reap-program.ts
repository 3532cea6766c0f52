/**
 * Takes nodes out of the cluster whose instance is gone, as a cloud controller would: until then the pods of a
 * stateful service stay bound to the lost node and its volumes with them.
 */
export const REAP_PROGRAM = `#!/usr/bin/python3
import json
import subprocess

import boto3

KUBECTL = ["/usr/local/bin/k3s", "kubectl"]


def lost_nodes():
    text = subprocess.run(KUBECTL + ["get", "nodes", "-o", "json"], check=True, capture_output=True).stdout
    for node in json.loads(text)["items"]:
        ready = [c["status"] for c in node["status"].get("conditions", []) if c["type"] == "Ready"]
        provider = node["spec"].get("providerID", "")
        if ready != ["True"] and provider.startswith("aws:///"):
            yield node["metadata"]["name"], provider.rsplit("/", 1)[1]


lost = dict(lost_nodes())
if lost:
    # By filter: unlike a list of ids it does not fail for instances that AWS has forgotten.
    pages = boto3.client("ec2").get_paginator("describe_instances")
    filters = [
        {"Name": "instance-id", "Values": sorted(lost.values())},
        {"Name": "instance-state-name", "Values": ["pending", "running", "stopping", "stopped"]},
    ]
    alive = {i["InstanceId"] for p in pages.paginate(Filters=filters) for r in p["Reservations"] for i in r["Instances"]}
    for name, instance in sorted(lost.items()):
        if instance not in alive:
            subprocess.run(KUBECTL + ["delete", "node", name, "--wait=false"], check=True)
`;
