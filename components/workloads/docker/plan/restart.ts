import type { ServiceContext } from "./context";

const OF_CONDITION: Readonly<Record<string, string>> = {
  none: "no",
  "on-failure": "on-failure",
  any: "always",
};

/** The restart policy: as written, else never for what runs to its end and `unless-stopped` for what serves. */
export function planRestart({ service, oneShot }: ServiceContext): string {
  if (service.restart !== undefined) return service.restart;
  const { condition, max_attempts } = service.deploy?.restart_policy ?? {};
  const policy = condition === undefined ? undefined : OF_CONDITION[condition];
  if (policy === "on-failure" && max_attempts !== undefined) return `on-failure:${max_attempts}`;
  return policy ?? (oneShot ? "no" : "unless-stopped");
}
