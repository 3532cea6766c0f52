import { compact } from "../../../lib/records";
import { reportSize } from "../../shared/report-size";
import type { PlannedBackup } from "../docker-plan";
import { calendarOf, overdueHours } from "./calendar";
import type { ServiceContext } from "./context";

const KEY = "services.*.x-towpath";

/** What `x-towpath` asks for beside routes, ports and allowances; says what one host cannot give. */
export function planExtension(context: ServiceContext): readonly PlannedBackup[] {
  const { name, service, extension, reporter } = context;
  const at = (part: string) => ["services", name, "x-towpath", part];
  reportSize(name, service, reporter);
  if (extension.publish !== undefined) {
    reporter.same(KEY, at("publish"), "ports of the host, open in its firewall; see ports");
  }
  if (extension.autoscale !== undefined) {
    reporter.ignored(
      KEY,
      at("autoscale"),
      "one host has nowhere to grow; scale says how many containers run",
    );
  }
  if (extension.spot) reporter.ignored(KEY, at("spot"), "the host is not taken back");
  if (extension.edge !== false) {
    reporter.ignored(KEY, at("edge"), "everything runs on the one host, which may be a board itself");
  }
  if (extension.liveness) {
    reporter.ignored(KEY, at("liveness"), "Docker restarts what exits; an unhealthy container is reported");
  }
  if (extension.backup === undefined) return [];
  const { command, restore, verify, schedule, keep } = extension.backup;
  const how =
    restore === undefined
      ? "; a drill counts its checksum only, since there is no backup.restore to read it with"
      : "; restore and drill read it with backup.restore";
  reporter.adapted(
    KEY,
    at("backup"),
    `a timer of the host takes a dump, and the last ${keep} are kept${how}`,
  );
  return [
    {
      kind: "services",
      name,
      calendar: calendarOf(schedule),
      overdueHours: overdueHours(schedule),
      keep,
      ...compact({ command, restore, verify }),
    },
  ];
}
