import { stringify } from "yaml";

const FOLDER = "/var/lib/rancher/credentialprovider";

const CONFIG = {
  apiVersion: "kubelet.config.k8s.io/v1",
  kind: "CredentialProviderConfig",
  providers: [
    {
      name: "towpath-ecr",
      apiVersion: "credentialprovider.kubelet.k8s.io/v1",
      matchImages: ["*.dkr.ecr.*.amazonaws.com"],
      defaultCacheDuration: "6h",
    },
  ],
};

/** Logs the kubelet in to ECR by the node's role, with the distribution's credential helper. */
const PROGRAM = `#!/usr/bin/python3
import json
import os
import subprocess
import sys

registry = json.load(sys.stdin)["image"].split("/")[0]
helper = subprocess.run(
    ["docker-credential-ecr-login", "get"],
    input=registry.encode(),
    env={**os.environ, "AWS_ECR_DISABLE_CACHE": "true"},
    check=True,
    capture_output=True,
)
login = json.loads(helper.stdout)
answer = {
    "apiVersion": "credentialprovider.kubelet.k8s.io/v1",
    "kind": "CredentialProviderResponse",
    "cacheKeyType": "Registry",
    "cacheDuration": "6h",
    "auth": {registry: {"username": login["Username"], "password": login["Secret"]}},
}
json.dump(answer, sys.stdout)
`;

/** Where K3s looks for the kubelet's image credential providers, and what it finds. */
export const CREDENTIAL_PROVIDER: Readonly<Record<string, string>> = {
  [`${FOLDER}/config.yaml`]: stringify(CONFIG),
  [`${FOLDER}/bin/towpath-ecr`]: PROGRAM,
};
