import type { AlertReceiver } from "../settings/addons";
import type { AddonSecret, Values } from "./addon";

/** The Secret that holds what is secret of the receiver; Alertmanager reads it as a file. */
const SECRET = { name: "alert-receiver", key: "secret" } as const;
const FILE = `/etc/alertmanager/secrets/${SECRET.name}/${SECRET.key}`;
const NOBODY = "null";

/** The receiver's secret, by its name under `towpath:secrets`. */
export function receiverSecret(receiver: AlertReceiver | undefined): AddonSecret | undefined {
  return receiver === undefined ? undefined : { ...SECRET, from: receiver.secret };
}

/** Values of Alertmanager for a receiver: what it mounts, and whom it tells. Without one it tells nobody. */
export function alertmanagerConfig(receiver: AlertReceiver | undefined): { spec: Values; config: Values } {
  const name = receiver === undefined ? NOBODY : receiver.kind;
  const named = receiver === undefined ? [] : [{ name, ...target(receiver) }];
  return {
    spec: receiver === undefined ? {} : { secrets: [SECRET.name] },
    config: {
      route: {
        receiver: name,
        group_by: ["namespace", "alertname"],
        group_wait: "30s",
        group_interval: "5m",
        repeat_interval: "12h",
        // It always fires, to show that alerts work.
        routes: [{ receiver: NOBODY, matchers: ['alertname =~ "InfoInhibitor|Watchdog"'] }],
      },
      receivers: [{ name: NOBODY }, ...named],
    },
  };
}

function target(receiver: AlertReceiver): Values {
  switch (receiver.kind) {
    case "webhook":
      return { webhook_configs: [{ url_file: FILE, send_resolved: true }] };
    case "slack":
      return { slack_configs: [{ api_url_file: FILE, channel: receiver.channel, send_resolved: true }] };
    case "pagerduty":
      return { pagerduty_configs: [{ routing_key_file: FILE, send_resolved: true }] };
    case "email":
      return {
        email_configs: [
          {
            to: receiver.to,
            from: receiver.from,
            smarthost: receiver.server,
            auth_username: receiver.username,
            auth_password_file: FILE,
            require_tls: true,
            send_resolved: true,
          },
        ],
      };
    default:
      return receiver satisfies never;
  }
}
