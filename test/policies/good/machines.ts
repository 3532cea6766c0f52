import { make, type Props, tags, unknown } from "./make";

const metadataOptions = { httpTokens: "required", httpPutResponseHopLimit: 1 };
/** What the daemon of a good machine is told. */
export const DAEMON: Props = {
  icc: false,
  "live-restore": true,
  "log-opts": { "max-size": "10m" },
  "no-new-privileges": true,
  "userland-proxy": false,
};

/** User data of a machine whose Docker daemon has these settings. */
export function cloudConfig(daemon: Props): string {
  const file = `  - path: /etc/docker/daemon.json\n    content: '${JSON.stringify(daemon)}'\n`;
  const command = "  - TOKEN=$(aws ssm get-parameter --name /shop/token)\n";
  return `#cloud-config\nwrite_files:\n${file}runcmd:\n${command}`;
}

export const MACHINES = [
  make("aws:ec2/instance:Instance", "machine", {
    instanceType: "t4g.small",
    iamInstanceProfile: unknown,
    monitoring: true,
    ebsOptimized: true,
    associatePublicIpAddress: false,
    metadataOptions,
    rootBlockDevice: { encrypted: true, volumeSize: 20 },
    userData: cloudConfig(DAEMON),
    tags,
  }),
  make("aws:ec2/launchTemplate:LaunchTemplate", "template", {
    metadataOptions,
    monitoring: { enabled: true },
    blockDeviceMappings: [{ deviceName: "/dev/sda1", ebs: { encrypted: "true", volumeSize: 20 } }],
    networkInterfaces: [{ associatePublicIpAddress: "false" }],
    userData: Buffer.from("#!/bin/sh\nk3s agent --token-file /run/k3s/token\n").toString("base64"),
  }),
  make("aws:ebs/volume:Volume", "disk", { size: 10, type: "gp3", encrypted: true, tags }),
];
