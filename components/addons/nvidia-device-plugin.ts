import type { Addon, Chart } from "./addon";
import { resources } from "./resources";

const CHART: Chart = {
  name: "nvidia-device-plugin",
  repository: "https://nvidia.github.io/k8s-device-plugin",
  version: "0.20.0",
};

/**
 * Lets pods ask for `nvidia.com/gpu`. It runs on nodes with the label `nvidia.com/gpu.present`, which pools of GPU
 * types have; the driver comes with their image.
 */
export const nvidiaDevicePlugin: Addon = {
  key: "nvidiaDevicePlugin",
  release: "nvidia-device-plugin",
  chart: CHART,
  // It hands the host's devices to the kubelet through a folder of the host.
  namespace: "kube-system",
  timeoutSeconds: 300,
  needs: [],
  after: [],
  values: () => ({
    // Every taint: which ones stand on GPU nodes is for their pool to say.
    tolerations: [{ operator: "Exists" }],
    resources: resources({ cpu: [10, 250], memory: [32, 128] }),
  }),
};
