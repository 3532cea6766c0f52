import { expect, it } from "vitest";
import { capabilityNotes } from "../../components/capabilities/capability-notes";

it("says what is not checked, what is not enforced, and when support ends", () => {
  expect(capabilityNotes({}, "2026-11-28")).toEqual([
    expect.stringMatching(/^not checked on the cluster: .*the metrics API/),
  ]);
  const notes = capabilityNotes(
    { kubernetesVersion: "1.34.9", networkPolicy: false, podSecurity: false },
    "2026-11-28",
  );
  expect(notes.slice(1)).toEqual([
    expect.stringContaining("does not enforce NetworkPolicies"),
    expect.stringContaining("does not enforce Pod Security"),
    "the cluster runs Kubernetes 1.34.9, which is no longer supported",
  ]);
  expect(capabilityNotes({ kubernetesVersion: "1.35.0" }, "2026-12-01").at(-1)).toContain("in 89 days");
});
