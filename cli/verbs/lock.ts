import { type ImageLock, LOCK_FILE } from "../../components/app/lock/image-lock";
import { readLock } from "../../components/app/lock/read-lock";
import { InvalidInput } from "../../components/lib/issues";
import { EXIT } from "../exit-code";
import { lockChanges } from "../lock/lock-changes";
import { writeLock } from "../lock/lock-file";
import { type LockRequest, lockRequest } from "../lock/lock-request";
import { lockText } from "../lock/lock-text";
import { readMirrors } from "../lock/mirrors";
import { resolveLock } from "../lock/resolve-lock";
import { defineVerb } from "../verb";
import { MODEL_OPTIONS } from "./model-options";

/** `towpath lock FILE…`. The one command that asks registries. */
export const lock = defineVerb({
  name: "lock",
  summary: "Write down which digest each published image's tag stands for",
  about:
    `Asks the registries which digest each tag stands for, and writes ${LOCK_FILE} beside the first Compose file. ` +
    "Every target then pulls exactly these images. What is locked stays until --update. Logs in with what docker " +
    "login left. Images that are built need no lock.",
  operand: "FILE",
  options: {
    check: {
      kind: "flag",
      about: "Ask nobody and write nothing; end with 1 unless every image is locked and no other is. For CI",
    },
    update: { kind: "flag", about: "Ask again for images that are locked already" },
    "dry-run": { kind: "flag", about: "Ask, say what would change, and write nothing" },
    mirror: {
      kind: "list",
      value: "REGISTRY=HOST",
      about: "Ask this host in the registry's place: docker.io=mirror.example.com/hub",
    },
    "env-file": MODEL_OPTIONS["env-file"],
  },
  run: async ({ check, update, mirror, "dry-run": dryRun, "env-file": envFiles }, files, context) => {
    const { environment } = context;
    const mirrors = readMirrors(mirror);
    const request = lockRequest({ files, environment, ...(envFiles.length > 0 && { envFiles }) });
    const before = readLock(request.folder) ?? {};
    if (check) refuseStale(request, before);
    else {
      const after = await resolveLock(request, { before, update, mirrors }, context);
      const changes = lockChanges(before, after);
      if (!dryRun && changes.length > 0) writeLock(request.folder, after);
      context.write(lockText(changes, Object.keys(after).length, dryRun));
    }
    return EXIT.fine;
  },
});

function refuseStale({ images }: LockRequest, lock: ImageLock): void {
  const instead = `run towpath lock, and commit ${LOCK_FILE}`;
  const missing = [...images.keys()].filter(name => lock[name] === undefined);
  const leftover = Object.keys(lock).filter(name => !images.has(name));
  const issues = [
    ...missing.map(path => ({ path, wrong: "not locked to a digest", instead })),
    ...leftover.map(path => ({ path, wrong: "locked, but no service pulls it any more", instead })),
  ];
  if (issues.length > 0) throw new InvalidInput(issues);
}
