import { once } from "node:events";
import { z } from "zod";
import type { DockerWorld } from "./docker-world";

const RESULT = z.object({
  requests: z.number(),
  answers: z.record(z.string(), z.number()),
  failures: z.record(z.string(), z.number()),
});

/** How often each text was the answer, and each failure's reason. */
export type LoadResult = z.infer<typeof RESULT>;

/**
 * Asks the app through the proxy again and again, from a process of its own, while `work` is done. It stops by
 * itself after `limit` requests.
 */
export async function underLoad(
  world: DockerWorld,
  work: () => Promise<void> | void,
  { pauseMs = 50, limit = 2000 }: { readonly pauseMs?: number; readonly limit?: number } = {},
): Promise<LoadResult> {
  const script = `"$0" load http://127.0.0.1/ ${pauseMs} ${limit} & asker=$!; read -r _; kill $asker 2>/dev/null; wait $asker`;
  const asker = world.start(["bash", "-c", script, world.kit]);
  let printed = "";
  asker.stdout.on("data", text => {
    printed += text;
  });
  const ended = once(asker, "close");
  await once(asker.stdout, "data");
  await work();
  asker.stdin.end("\n");
  await ended;
  return RESULT.parse(JSON.parse(printed.slice(printed.indexOf("{"))));
}
